package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.ExecContract.ExecDiary;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs run through a real API server; the simulated node runs them on this machine. */
@RealClusters
class ProgramsInContainersIT {
    private ClusterConnection connection;
    private ObjectRef pod;

    @BeforeEach
    void aRunningPod(FleetCluster real) {
        connection = new Connections(Clock.systemUTC())
                .open(
                        RealAccess.to(real),
                        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(100)));
        real.tryKubectl("create", "namespace", "programs");
        connection.apply(Samples.deployment("programs", "web", 1), ApplyOptions.REAL);
        eventually().until(() -> pods().stream().anyMatch(each -> "Running".equals(each.text("/status/phase"))));
        pod = pods().getFirst().ref();
    }

    private List<KubeObject> pods() {
        return connection.listAll(ListQuery.of(ResourceKind.POD).in("programs"));
    }

    @AfterEach
    void clean(FleetCluster real) {
        connection.close();
        real.resetNamespaces();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(90));
    }

    /** Right after the fleet's start the API server may not know the simulated node's address yet. */
    private ExecDiary run(boolean tty, String... command) {
        var tries = new ExecDiary[1];
        eventually().until(() -> {
            tries[0] = new ExecDiary();
            connection.exec(pod, new ExecOptions("main", List.of(command), tty), tries[0]);
            eventually().until(() -> tries[0].end != null);
            return tries[0].end instanceof ExecEnd.Exited;
        });
        return tries[0];
    }

    /** The simulated kubelet knows neither exit codes nor the end of the input; these are tried on the real node. */
    @Test
    void whatAProgramWritesAndItsEndAreTold() {
        var diary = run(false, "sh", "-c", "echo 'to the output'; echo to the errors >&2");
        assertThat(diary.end).isEqualTo(new ExecEnd.Exited(0));
        assertThat(diary.text()).contains("to the output\n").contains("to the errors\n");
    }

    @Test
    void aTerminalTakesInputKnowsItsSizeAndEndsWithItsProgram() {
        run(false, "true");
        var diary = new ExecDiary();
        var session = connection.exec(pod, new ExecOptions("main", List.of("sh"), true), diary);
        eventually().until(() -> diary.opened);
        session.resize(101, 31);
        eventually().until(() -> {
            session.input(bytes("stty size; echo $((40+2))\n"));
            return diary.text().contains("31 101") && diary.text().contains("\n42");
        });
        session.input(bytes("exit\n"));
        eventually().until(() -> diary.end != null);
        assertThat(diary.end).isEqualTo(new ExecEnd.Exited(0));
    }

    @Test
    void nothingIsToldAfterTheSessionWasClosed() {
        run(false, "true");
        var diary = new ExecDiary();
        var session = connection.exec(pod, new ExecOptions("main", List.of("cat"), false), diary);
        eventually().until(() -> diary.opened);
        session.close();
        session.input(bytes("late"));
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> diary.output.isEmpty() && diary.end == null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
