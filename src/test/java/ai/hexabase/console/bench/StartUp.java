package ai.hexabase.console.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/** From the start of the process until the console answers with a page, on a new data directory and on a used one. */
final class StartUp implements Measurement {
    private static final int RUNS = Integer.parseInt(System.getenv().getOrDefault("RUNS", "5"));
    private static final Path JAR = Path.of("target", "hexabase-console-0.1.0-SNAPSHOT.jar");

    private static final String PORT = System.getenv().getOrDefault("SERVER_PORT", "18099");

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "Start to first page";
    }

    @Override
    public String measure() throws Exception {
        var first = new ArrayList<Long>();
        var later = new ArrayList<Long>();
        var area = Files.createTempDirectory("hexabase-bench");
        for (var run = 0; run < RUNS; run++) {
            var data = area.resolve("data-" + run);
            first.add(startOnce(data, area));
            later.add(startOnce(data, area));
        }
        FileSystemUtils.deleteRecursively(area);
        return """
                From the start of the process until the page of the sign-in is answered, in milliseconds, %d runs each \
                (`RUNS`), the jar with `-XX:+UseSerialGC -Xmx768m`.

                | | min | median | max |
                |---|---|---|---|
                | first start (unpacks and initialises the database) | %s |
                | later starts | %s |
                """.formatted(
                        RUNS,
                        Distribution.of(first).cells(0, 50, 100),
                        Distribution.of(later).cells(0, 50, 100));
    }

    private long startOnce(Path data, Path area) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        JAR.toString()))
                .redirectErrorStream(true)
                .redirectOutput(area.resolve("log").toFile());
        builder.environment().putAll(Map.of("CONSOLE_DATA_DIR", data.toString(), "SERVER_PORT", PORT));
        var begun = System.nanoTime();
        var process = builder.start();
        try {
            while (!answers()) {
                if (!process.isAlive()) {
                    throw new IOException("the console ended: " + Files.readString(area.resolve("log")));
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            return Duration.ofNanos(System.nanoTime() - begun).toMillis();
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/sign-in"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
