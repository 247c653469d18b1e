package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.fleet.OnRealNode;
import ai.hexabase.console.fleet.RealNode;
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

/** What only a real kubelet tells of a program: its exit code, and that it took the end of its input. */
@OnRealNode
class ProgramsOnRealNodeIT {
    private ClusterConnection connection;
    private final ObjectRef pod = ResourceKind.POD.named("programs", "shell");

    @BeforeEach
    void aRunningPod(RealNode node) {
        connection = new Connections(Clock.systemUTC()).open(RealAccess.to(node), Timeouts.DEFAULT);
        node.tryKubectl("create", "namespace", "programs");
        eventually()
                .until(() -> node.tryKubectl("get", "serviceaccount", "default", "--namespace=programs")
                        .ok());
        node.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: shell, namespace: programs}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                  - {name: main, image: "fleet/busybox:1", command: [sh, -c, sleep 600]}
                """);
        node.kubectl("wait", "pod/shell", "--namespace=programs", "--for=condition=Ready", "--timeout=90s");
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(90));
    }

    @Test
    void exitCodesAndBothOutputsAreTold() {
        var diary = new ExecDiary();
        var script = List.of("sh", "-c", "echo to the output; echo to the errors >&2; exit 3");
        connection.exec(pod, new ExecOptions("main", script, false), diary);
        eventually().until(() -> diary.end != null);
        assertThat(diary.end).isEqualTo(new ExecEnd.Exited(3));
        assertThat(diary.text()).contains("to the output\n").contains("to the errors\n");
    }

    @Test
    void theEndOfTheInputIsTheEndOfAProgramThatReadsIt() {
        var diary = new ExecDiary();
        var session = connection.exec(pod, new ExecOptions("main", List.of("cat"), false), diary);
        eventually().until(() -> diary.opened);
        session.input("said and done".getBytes(StandardCharsets.UTF_8));
        eventually().until(() -> diary.text().equals("said and done"));
        session.endInput();
        eventually().until(() -> diary.end != null);
        assertThat(diary.end).isEqualTo(new ExecEnd.Exited(0));
    }
}
