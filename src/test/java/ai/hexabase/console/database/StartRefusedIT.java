package ai.hexabase.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.hexabase.console.ConsoleApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a console from starting is said in words, with an exit code, and leaves nothing half done. */
class StartRefusedIT {
    private static final String NOBODYS = "jdbc:postgresql://127.0.0.1:1/console";
    private static final String READY = "Started ConsoleApplication";

    @TempDir
    Path directory;

    /** How a console that was started came to an end, or that it is ready. */
    private record Start(String output, boolean ready, int exitCode) {}

    @Test
    void aSecondConsoleOnTheSameDataDirectoryIsRefusedInWordsAlsoWhenTheDatabaseIsElsewhere() throws Exception {
        try (var first = DataDirectoryLock.take(directory)) {
            assertThat(first.directory()).isEqualTo(directory);
            for (var database : List.of("--spring.datasource.url=__none__", "--spring.datasource.url=" + NOBODYS)) {
                var second = start(directory, database);
                assertThat(second.output())
                        .contains("Another Hexabase Console is running with the data directory " + directory)
                        .contains("CONSOLE_DATA_DIR")
                        .doesNotContain("\tat ai.hexabase");
                assertThat(second.exitCode()).isEqualTo(1);
            }
        }
    }

    @Test
    void aFullDiskIsNamedAtTheStartAndNothingIsHalfDoneWhenThereIsRoomAgain() throws Exception {
        var disk = Disk.mounted(directory.resolve("disk"), "400m");
        assumeTrue(disk != null, "SKIPPED: only root on Linux can mount a small disk to fill");
        try (disk) {
            disk.fill();
            var refused = start(disk.path());
            assertThat(refused.output())
                    .contains("MiB left")
                    .contains("CONSOLE_DATA_DIR")
                    .doesNotContain("\tat ai.hexabase");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(disk.files()).containsExactly("ballast");
            disk.empty();
            assertThat(start(disk.path()).ready()).isTrue();
        }
    }

    private static Start start(Path data, String... more) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ConsoleApplication.class.getName(),
                "--server.port=0",
                "--console.data-dir=" + data,
                "--console.database.binaries=" + ConsoleToKill.BINARIES));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new StringBuilder();
        var ready = false;
        try (var lines = process.inputReader()) {
            var line = lines.readLine();
            while (line != null && !ready) {
                output.append(line).append('\n');
                ready = line.contains(READY);
                line = ready ? null : lines.readLine();
            }
        }
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Start(output.toString(), ready, process.exitValue());
    }
}
