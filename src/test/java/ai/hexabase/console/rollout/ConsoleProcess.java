package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.fleet.FleetCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** {@link ConsoleThatRollsOut} in a process of its own, and what it has printed so far. */
record ConsoleProcess(Process process, List<String> lines) implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofSeconds(180);

    /** Starts one that works in this folder and rolls out to this cluster. */
    static ConsoleProcess start(Path folder, FleetCluster cluster, String... properties) throws IOException {
        return start(folder, cluster, List.of("-cp", System.getProperty("java.class.path")), properties);
    }

    /** @param options of the virtual machine, the class path among them */
    static ConsoleProcess start(Path folder, FleetCluster cluster, List<String> options, String... properties)
            throws IOException {
        Files.createDirectories(folder);
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of(
                ConsoleThatRollsOut.class.getName(),
                cluster.url().toString(),
                written(folder, "ca.pem", cluster.authority()),
                written(folder, "client.pem", cluster.admin().certificate()),
                written(folder, "client.key", cluster.admin().key()),
                "--server.port=0",
                "--console.data-dir=" + folder.resolve("data"),
                "--console.database.binaries="
                        + Path.of("target", "postgres-binaries").toAbsolutePath()));
        List.of(properties).forEach(property -> command.add("--" + property));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(lines::add));
        return new ConsoleProcess(process, lines);
    }

    private static String written(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    void awaitLine(String start) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(lines).anyMatch(line -> line.startsWith(start)));
    }

    /** Gives an order, one of those that {@link ConsoleThatRollsOut} reads. */
    void say(String order) throws IOException {
        process.outputWriter().append(order).append('\n').flush();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and in the end SIGKILL. */
    void stop() throws InterruptedException {
        // Process.destroy() also closes the pipes, and with them ends whoever still writes there on the way out.
        process.toHandle().destroy();
        if (!process.waitFor(A_WHILE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
