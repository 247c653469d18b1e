package ai.hexabase.console.audit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs the shell procedure that {@code docs/audit.md} gives to those who have an export and no console. */
record OfflineProof(int exitCode, String output) {
    private static final Pattern PROCEDURE =
            Pattern.compile("```sh\\n((?:(?!```).)*audit\\.jsonl.*?)```", Pattern.DOTALL);

    static OfflineProof of(String export, Path folder) throws Exception {
        for (var tool : List.of("jq", "sha256sum", "openssl")) {
            assumeTrue(exists(tool), "SKIPPED: the procedure needs " + tool);
        }
        Files.writeString(folder.resolve("audit.jsonl"), export);
        var docs = PROCEDURE.matcher(Files.readString(Path.of("docs/audit.md")));
        if (!docs.find()) {
            throw new AssertionError("docs/audit.md gives no procedure");
        }
        var script = Files.writeString(folder.resolve("procedure.sh"), docs.group(1));
        var process = new ProcessBuilder("sh", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        process.waitFor(60, TimeUnit.SECONDS);
        return new OfflineProof(process.exitValue(), output);
    }

    private static boolean exists(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
