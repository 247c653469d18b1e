package ai.hexabase.console.test;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.ConsoleApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The console's program run as a process of its own, for commands and for consoles beside that of the test. */
public final class ConsoleCommand {
    /** Unpacked once for all tests. */
    public static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private ConsoleCommand() {}

    /** How a command ended. */
    public record Ended(int code, String out, String err) {}

    /** Runs a command on the console of a data directory. */
    public static Ended run(Path data, String... words) throws Exception {
        var said = Files.createTempDirectory(data.toAbsolutePath().getParent(), "command-said-");
        var out = said.resolve("out");
        var err = said.resolve("err");
        var command = java();
        command.addAll(List.of(words));
        command.add("--console.data-dir=" + data);
        command.add("--console.database.binaries=" + BINARIES);
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("ends").isTrue();
        var ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        FileSystemUtils.deleteRecursively(said);
        return ended;
    }

    /** The command line that starts the program; its arguments are added to it. */
    static List<String> java() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ConsoleApplication.class.getName()));
    }
}
