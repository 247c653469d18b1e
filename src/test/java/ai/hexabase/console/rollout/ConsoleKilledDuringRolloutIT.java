package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.manifest.Names;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A console killed with kill -9 in the middle of steps goes on after its next start and ends in the same state. */
@RealClusters(databaseOperator = true)
class ConsoleKilledDuringRolloutIT {
    @TempDir(cleanup = CleanupMode.NEVER)
    static @Nullable Path directory;

    private final FleetCluster cluster;
    private final List<ConsoleProcess> started = new ArrayList<>();

    ConsoleKilledDuringRolloutIT(FleetCluster cluster) {
        this.cluster = cluster;
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
        last.stop();
        aRemovalGoesOnToo();
    }

    private void aRemovalGoesOnToo() throws Exception {
        var removing = start("--then=remove");
        removing.awaitLine("rollout RUNNING DATABASE RUNNING 0");
        removing.kill();
        killedAt("rollout RUNNING RBAC RUNNING 1");
        var last = start();
        last.awaitLine("rollout DONE");
        last.stop();
        assertThat(cluster.kubectl("get", "pods,services,deployments", "-n", Names.NAMESPACE, "-o", "name"))
                .isBlank();
        assertThat(cluster.kubectl("get", "persistentvolumeclaims", "-n", Names.NAMESPACE, "-o", "name"))
                .contains(Names.DATABASE);
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

    private ConsoleProcess start(String... properties) throws Exception {
        var console = ConsoleProcess.start(Objects.requireNonNull(directory), cluster, properties);
        started.add(console);
        return console;
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (var console : started) {
            console.kill();
        }
        var pidFile = Objects.requireNonNull(directory).resolve("data/postgres/postmaster.pid");
        if (Files.exists(pidFile)) {
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        cluster.resetNamespaces();
    }
}
