package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.manifest.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A console killed with kill -9 in the middle of steps goes on after its next start and ends in the same state. */
@RealClusters(databaseOperator = true)
class ConsoleKilledDuringRolloutIT {
    private static final Duration A_WHILE = Duration.ofSeconds(180);

    @TempDir(cleanup = CleanupMode.NEVER)
    static @Nullable Path directory;

    private final FleetCluster cluster;
    private final List<Process> started = new ArrayList<>();

    ConsoleKilledDuringRolloutIT(FleetCluster cluster) {
        this.cluster = cluster;
    }

    /** A console and what it has printed so far. */
    private record Console(Process process, List<String> lines) {
        void awaitLine(String start) {
            await().atMost(A_WHILE).untilAsserted(() -> {
                assertThat(lines).anyMatch(line -> line.startsWith(start));
            });
        }

        void say(String order) throws IOException {
            process.outputWriter().append(order).append('\n').flush();
        }

        void kill() throws Exception {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void theRolloutGoesOnInTheStepItWasInAndEndsInTheSameState() throws Exception {
        killedAt("rollout RUNNING RBAC RUNNING 2");
        killedWhilePausedInAWaitingStep();
        killedAt("rollout RUNNING DATABASE RUNNING 1");
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        killedAt("rollout RUNNING CONTROL_PLANE RUNNING 1");
        killedAt("rollout RUNNING INITIALISE RUNNING 1");
        var last = start();
        last.awaitLine("rollout DONE");
        last.awaitLine("changes left 0");
        assertThat(jobs()).as("Jobs that initialised").hasSize(1);
        last.process().destroy();
        assertThat(last.process().waitFor(60, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
    }

    private void killedWhilePausedInAWaitingStep() throws Exception {
        var console = start();
        console.awaitLine("rollout RUNNING DATABASE RUNNING 1");
        console.say("pause");
        console.awaitLine("rollout PAUSED DATABASE RUNNING 1");
        console.kill();
        var next = start();
        next.awaitLine("rollout PAUSED DATABASE RUNNING 1");
        next.say("resume");
        next.awaitLine("rollout RUNNING DATABASE RUNNING 1");
        next.kill();
    }

    private void killedAt(String line) throws Exception {
        var console = start();
        console.awaitLine(line);
        console.kill();
    }

    private List<String> jobs() {
        return cluster.kubectl("get", "jobs", "-n", Names.NAMESPACE, "-l", Names.INSTALLATION_LABEL, "-o", "name")
                .lines()
                .filter(name -> name.contains(Names.INIT))
                .toList();
    }

    private Console start() throws Exception {
        var folder = java.util.Objects.requireNonNull(directory);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ConsoleThatRollsOut.class.getName(),
                folder.resolve("data").toString(),
                cluster.url().toString(),
                written("ca.pem", cluster.authority()),
                written("client.pem", cluster.admin().certificate()),
                written("client.key", cluster.admin().key()),
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        var lines = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(lines::add));
        return new Console(process, lines);
    }

    private static String written(String name, String text) throws IOException {
        return Files.writeString(java.util.Objects.requireNonNull(directory).resolve(name), text)
                .toString();
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
        var pidFile = java.util.Objects.requireNonNull(directory).resolve("data/postgres/postmaster.pid");
        if (Files.exists(pidFile)) {
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        cluster.resetNamespaces();
    }
}
