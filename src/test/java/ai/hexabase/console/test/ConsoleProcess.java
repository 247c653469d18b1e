package ai.hexabase.console.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A console as a process of its own, with an environment of its own. */
public final class ConsoleProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Started ConsoleApplication");

    private final Process process;
    private final Path log;

    private ConsoleProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it and waits until it answers. */
    public static ConsoleProcess start(String name, Map<String, String> environment, String... settings)
            throws IOException {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        var directory = Files.createTempDirectory(parent, name + "-").toAbsolutePath();
        var command = ConsoleCommand.java();
        command.add("--server.port=0");
        command.add("--console.data-dir=" + directory);
        command.add("--console.database.binaries=" + ConsoleCommand.BINARIES);
        command.add("--console.database.durable=false");
        command.addAll(java.util.List.of(settings));
        var log = directory.resolve("console.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        for (var proxy : java.util.List.of("https_proxy", "http_proxy", "no_proxy")) {
            builder.environment().remove(proxy);
            builder.environment().remove(proxy.toUpperCase(java.util.Locale.ROOT));
        }
        builder.environment().putAll(environment);
        var console = new ConsoleProcess(builder.start(), log);
        await().atMost(300, TimeUnit.SECONDS).untilAsserted(() -> {
            if (!console.process.isAlive()) {
                throw new IllegalStateException(console.log());
            }
            assertThat(READY.matcher(console.log()).find()).isTrue();
        });
        return console;
    }

    public String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        var found = PORT.matcher(log());
        assertThat(found.find()).as(log()).isTrue();
        return "http://127.0.0.1:" + found.group(1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
