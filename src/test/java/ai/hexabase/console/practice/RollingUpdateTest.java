package ai.hexabase.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RollingUpdateTest {
    private final PracticeGround ground =
            new PracticeGround(new PracticeSite("test", java.util.List.of("zone-a", "zone-b", "zone-c"), 6, 8, 32));

    private String condition(String type) {
        return Conditions.find(ground.deployment("web").tree(), type)
                .map(found -> found.path("status").asString("") + " "
                        + found.path("reason").asString(""))
                .orElse("absent");
    }

    @Test
    void aDeploymentComesUpWithinSecondsSpreadOverZones() {
        ground.applied(PracticeGround.web(3, "example.invalid/web:1"));
        ground.cluster.tick();
        assertThat(condition("Available")).isEqualTo("False MinimumReplicasUnavailable");
        assertThat(condition("Progressing")).isEqualTo("True ReplicaSetUpdated");
        ground.pass(4);
        assertThat(condition("Available")).isEqualTo("True MinimumReplicasAvailable");
        assertThat(condition("Progressing")).isEqualTo("True NewReplicaSetAvailable");
        assertThat(ground.pods().stream().map(this::zone).collect(Collectors.toSet()))
                .isEqualTo(Set.of("zone-a", "zone-b", "zone-c"));
    }

    private String zone(KubeObject pod) {
        var node = ground.get(ResourceKind.NODE.named(pod.text("/spec/nodeName", "")));
        return node.labels().getOrDefault(Capacity.ZONE, "");
    }

    @Test
    void aNewImageReplacesPodsWithoutEverHavingTooFewOrTooMany() {
        ground.applied(PracticeGround.web(4, "example.invalid/web:1"));
        ground.pass(5);
        ground.applied(PracticeGround.web(4, "example.invalid/web:2"));
        for (int second = 0; second < 40; second++) {
            ground.pass(1);
            assertThat(ground.pods()).hasSizeBetween(3, 5);
            assertThat(ground.deployment("web").number("/status/availableReplicas", 0))
                    .isGreaterThanOrEqualTo(3);
        }
        assertThat(ground.pods())
                .hasSize(4)
                .allMatch(pod -> "example.invalid/web:2".equals(pod.text("/spec/containers/0/image")));
        assertThat(ground.list(ResourceKind.REPLICA_SET))
                .extracting(set -> set.number("/spec/replicas", -1))
                .containsExactlyInAnyOrder(0, 4);
        assertThat(ground.deployment("web").annotations()).containsEntry(DeploymentProgram.REVISION, "2");
        assertThat(condition("Progressing")).isEqualTo("True NewReplicaSetAvailable");
    }

    @Test
    void podsThatFitNowhereSayWhyInTheSchedulersWords() {
        ground.applied(PracticeGround.web(1, "example.invalid/web:1", "requests: {cpu: \"64\"}"));
        ground.pass(3);
        assertThat(ground.events("FailedScheduling"))
                .containsExactly("0/6 nodes are available: 6 Insufficient cpu. preemption: 0/6 nodes are available: 6"
                        + " Preemption is not helpful for scheduling.");
        assertThat(ground.pods()).allMatch(pod -> "Pending".equals(pod.text("/status/phase")));
    }

    @Test
    void aDeploymentThatGetsNowhereSaysSoWhenItsDeadlineIsOver() {
        var text = PracticeGround.web(1, "example.invalid/web:1")
                .replace("replicas: 1", "replicas: 1\n  progressDeadlineSeconds: 20");
        ground.cluster.switchOn(Trouble.IMAGE_CANNOT_BE_PULLED);
        ground.applied(text);
        ground.pass(10);
        assertThat(condition("Progressing")).isEqualTo("True ReplicaSetUpdated");
        ground.pass(15);
        assertThat(condition("Progressing")).isEqualTo("False ProgressDeadlineExceeded");
    }

    @Test
    void podsOfAStatefulSetComeOneByOneWithTheirVolumes() {
        ground.applied("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {namespace: shop, name: store}
                spec:
                  replicas: 2
                  serviceName: store
                  selector: {matchLabels: {app: store}}
                  template:
                    metadata: {labels: {app: store}}
                    spec:
                      containers:
                        - {name: main, image: "example.invalid/store:1", volumeMounts: [{name: data, mountPath: /data}]}
                      volumes: [{name: data, emptyDir: {}}]
                  volumeClaimTemplates:
                    - metadata: {name: disk}
                      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);
        ground.cluster.tick();
        assertThat(ground.pods()).extracting(KubeObject::name).containsExactly("store-0");
        ground.pass(12);
        assertThat(ground.pods()).extracting(KubeObject::name).containsExactly("store-0", "store-1");
        assertThat(ground.list(ResourceKind.PERSISTENT_VOLUME_CLAIM))
                .extracting(claim -> claim.name() + " " + claim.text("/status/phase"))
                .containsExactly("disk-store-0 Bound", "disk-store-1 Bound");
        assertThat(ground.get(ResourceKind.STATEFUL_SET.named("shop", "store")).number("/status/readyReplicas", 0))
                .isEqualTo(2);
    }

    @Test
    void aDeletedNamespaceTakesEverythingWithIt() {
        ground.applied(PracticeGround.web(2, "example.invalid/web:1"));
        ground.pass(5);
        ground.connection.delete(ResourceKind.NAMESPACE.named("shop"), DeleteOptions.BACKGROUND);
        assertThat(ground.get(ResourceKind.NAMESPACE.named("shop")).text("/status/phase"))
                .isEqualTo("Terminating");
        ground.pass(5);
        assertThat(ground.connection.get(ResourceKind.NAMESPACE.named("shop"))).isEmpty();
        assertThat(ground.pods()).isEmpty();
        assertThat(ground.list(ResourceKind.EVENT)).isEmpty();
    }

    @Test
    void nothingMoreHappensToWhatHasSettled() {
        ground.applied(PracticeGround.web(2, "example.invalid/web:1"));
        ground.pass(30);
        long settled = version();
        ground.clock.pass(Duration.ofMinutes(5));
        ground.pass(5);
        assertThat(version()).isEqualTo(settled);
    }

    private long version() {
        return ground.cluster.read(world -> world.shelf().version());
    }
}
