package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of workloads, and what their containers say. */
interface LifeCycleContract extends ContractGround {
    @Test
    default void deploymentBecomesAReplicaSetAndRunningPods() {
        applied(Samples.deployment(namespace(), "web", 3));
        eventually().untilAsserted(() -> {
            var deployment = connection()
                    .get(ResourceKind.DEPLOYMENT.named(namespace(), "web"))
                    .orElseThrow();
            assertThat(deployment.number("/status/readyReplicas", 0)).isEqualTo(3);
            assertThat(deployment.number("/status/availableReplicas", 0)).isEqualTo(3);
            assertThat(deployment.at("/status/conditions").toString()).contains("Available");
        });
        var set = connection()
                .listAll(ListQuery.of(ResourceKind.REPLICA_SET).in(namespace()))
                .getFirst();
        assertThat(set.text("/metadata/ownerReferences/0/name")).isEqualTo("web");
        assertThat(pods("app=web")).hasSize(3).allSatisfy(pod -> {
            assertThat(pod.text("/status/phase")).isEqualTo("Running");
            assertThat(pod.text("/spec/nodeName")).isNotBlank();
            assertThat(pod.text("/metadata/ownerReferences/0/name")).isEqualTo(set.name());
            assertThat(pod.at("/status/containerStatuses/0/ready").asBoolean()).isTrue();
        });
    }

    @Test
    default void deploymentFollowsItsReplicas() {
        applied(Samples.deployment(namespace(), "web", 3));
        eventually().until(() -> pods("app=web").size() == 3);
        applied(Samples.deployment(namespace(), "web", 1));
        eventually().until(() -> pods("app=web").size() == 1);
    }

    @Test
    default void aKilledPodIsReplaced() {
        applied(Samples.deployment(namespace(), "web", 1));
        eventually()
                .until(() -> connection()
                                .get(ResourceKind.DEPLOYMENT.named(namespace(), "web"))
                                .orElseThrow()
                                .number("/status/readyReplicas", 0)
                        == 1);
        var first = pods("app=web").getFirst();
        connection().delete(first.ref(), DeleteOptions.BACKGROUND);
        eventually()
                .until(() -> pods("app=web").size() == 1
                        && !pods("app=web").getFirst().name().equals(first.name()));
    }

    @Test
    default void jobCompletes() {
        applied(Samples.job(namespace(), "once"));
        eventually().untilAsserted(() -> {
            var job = connection()
                    .get(ResourceKind.JOB.named(namespace(), "once"))
                    .orElseThrow();
            assertThat(job.number("/status/succeeded", 0)).isEqualTo(1);
            assertThat(job.at("/status/conditions").toString()).contains("Complete");
        });
        assertThat(pods("app=once"))
                .singleElement()
                .satisfies(pod -> assertThat(pod.text("/status/phase")).isEqualTo("Succeeded"));
    }

    @Test
    default void podsLeaveEvents() {
        applied(Samples.deployment(namespace(), "web", 1));
        eventually()
                .untilAsserted(() -> assertThat(connection()
                                .listAll(ListQuery.of(ResourceKind.EVENT).in(namespace())))
                        .extracting(event -> event.text("/reason"))
                        .contains("Scheduled", "SuccessfulCreate"));
    }

    @Test
    default void readsTheLastLinesOfALog() {
        var pod = runningPod();
        var log = new LogDiary();
        connection().logs(pod.ref(), new LogOptions("main", false, false, 2), log);
        eventually().until(() -> log.ended);
        assertThat(log.problem).isNull();
        assertThat(log.lines).isNotEmpty().hasSizeLessThanOrEqualTo(2).allMatch(line -> line.matches(STAMPED));
    }

    @Test
    default void followsALogUntilClosed() {
        var pod = runningPod();
        var log = new LogDiary();
        var stream = connection().logs(pod.ref(), new LogOptions(null, true, false, 10), log);
        eventually().until(() -> !log.lines.isEmpty());
        assertThat(log.ended).isFalse();
        stream.close();
        assertThat(log.lines).allMatch(line -> line.matches(STAMPED));
        assertThat(log.problem).isNull();
        int heard = log.lines.size();
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> log.lines.size() == heard && log.problem == null);
    }

    @Test
    default void saysWhyALogCannotBeRead() {
        var log = new LogDiary();
        connection().logs(ResourceKind.POD.named(namespace(), "absent"), new LogOptions(null, false, false, 0), log);
        eventually().until(() -> log.ended);
        assertThat(log.problem).isNotNull();
        assertThat(log.problem.code()).isEqualTo("kube-denied");
        assertThat(log.problem.words()).contains("absent");
        assertThat(log.lines).isEmpty();
    }

    String STAMPED = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d) .*";

    private KubeObject runningPod() {
        applied(Samples.deployment(namespace(), "talks", 1));
        eventually()
                .until(() -> pods("app=talks").stream().anyMatch(pod -> "Running".equals(pod.text("/status/phase"))));
        return pods("app=talks").getFirst();
    }

    private List<KubeObject> pods(String selector) {
        return connection()
                .listAll(ListQuery.of(ResourceKind.POD).in(namespace()).labelled(selector))
                .stream()
                .filter(pod -> pod.text("/metadata/deletionTimestamp") == null)
                .toList();
    }

    /** Keeps what a log brings. */
    final class LogDiary implements LogListener {
        final List<String> lines = new CopyOnWriteArrayList<>();
        volatile @Nullable Problem problem;
        volatile boolean ended;

        @Override
        public void line(String line) {
            lines.add(line);
        }

        @Override
        public void ended(@Nullable Problem why) {
            problem = why;
            ended = true;
        }
    }
}
