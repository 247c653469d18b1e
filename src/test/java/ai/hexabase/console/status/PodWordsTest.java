package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Yaml;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PodWordsTest {
    static KubeObject pod(String metadata, String spec, String status) {
        return KubeObject.of(Yaml.read("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web-1, namespace: shop, uid: u1, resourceVersion: "7" %s}
                spec: {containers: [{name: web, image: registry.example/web:1.4}] %s}
                status: {%s}
                """.formatted(metadata, spec, status), Yaml.Limits.OWN));
    }

    private static KubeObject waiting(String reason, String message) {
        return pod(
                "",
                ", nodeName: n1",
                "phase: Pending, containerStatuses: [{name: web, ready: false, state: {waiting: {reason: %s, message: '%s'}}}]"
                        .formatted(reason, message));
    }

    private static KubeObject unschedulable(String message) {
        return pod(
                "",
                "",
                "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: '%s'}]"
                        .formatted(message));
    }

    private static KubeObject running(String statuses, String ready) {
        return pod(
                "",
                ", nodeName: n1",
                "phase: Running, conditions: [{type: Ready, status: '%s'}], containerStatuses: [%s]"
                        .formatted(ready, statuses));
    }

    static Stream<Arguments> pods() {
        return Stream.of(
                of(running("{name: web, ready: true, state: {running: {}}}", "True"), Health.OK, "running"),
                of(
                        running("{name: web, ready: false, state: {running: {}}}", "False"),
                        Health.PROGRESSING,
                        "container-not-ready",
                        "web"),
                of(
                        running(
                                "{name: web, ready: true, restartCount: 3, state: {running: {}}, lastState: {terminated: {reason: OOMKilled, exitCode: 137}}}",
                                "True"),
                        Health.OK,
                        "restarted-memory",
                        137),
                of(
                        running(
                                "{name: web, ready: false, restartCount: 1, state: {running: {}}, lastState: {terminated: {reason: Error, exitCode: 2}}}",
                                "False"),
                        Health.WARNING,
                        "exited",
                        2),
                of(pod("", "", "phase: Succeeded"), Health.OK, "completed"),
                of(pod("", "", "phase: Pending"), Health.PROGRESSING, "waits-for-node"),
                of(pod("", ", nodeName: n1", "phase: Pending"), Health.PROGRESSING, "starting"),
                of(waiting("ContainerCreating", ""), Health.PROGRESSING, "starting"),
                of(pod(", deletionTimestamp: '2026-01-01T00:00:00Z'", "", "phase: Running"), Health.WAITING, "leaving"),
                of(waiting("ErrImagePull", "boom"), Health.FAILED, "image", "registry.example/web:1.4"),
                of(
                        waiting("ImagePullBackOff", "manifest unknown"),
                        Health.FAILED,
                        "image-missing",
                        "registry.example/web:1.4"),
                of(
                        waiting("ErrImagePull", "401 Unauthorized"),
                        Health.FAILED,
                        "image-no-secret",
                        "registry.example/web:1.4"),
                of(
                        waiting("ErrImagePull", "x509: certificate signed by unknown authority"),
                        Health.FAILED,
                        "image-certificate",
                        "registry.example/web:1.4"),
                of(
                        waiting("ErrImagePull", "dial tcp: i/o timeout"),
                        Health.FAILED,
                        "image-unreachable",
                        "registry.example/web:1.4"),
                of(waiting("InvalidImageName", "x"), Health.FAILED, "image-name", "registry.example/web:1.4"),
                of(
                        waiting("CreateContainerConfigError", "secret \"db\" not found"),
                        Health.FAILED,
                        "secret-missing",
                        "web"),
                of(
                        waiting("CreateContainerConfigError", "configmap \"c\" not found"),
                        Health.FAILED,
                        "config-missing",
                        "web"),
                of(
                        waiting("CreateContainerConfigError", "container has runAsNonRoot and image will run as root"),
                        Health.FAILED,
                        "runs-as-root",
                        "web"),
                of(waiting("RunContainerError", "exec format"), Health.FAILED, "container-start", "web"),
                of(waiting("SomethingNew", ""), Health.WARNING, "container-other", "web"),
                of(
                        running(
                                "{name: web, ready: false, restartCount: 5, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 1}}}",
                                "False"),
                        Health.FAILED,
                        "crash-loop",
                        5,
                        1),
                of(
                        running(
                                "{name: web, ready: false, restartCount: 5, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {reason: OOMKilled, exitCode: 137}}}",
                                "False"),
                        Health.FAILED,
                        "memory-loop"),
                of(
                        pod(
                                "",
                                "",
                                "phase: Failed, containerStatuses: [{name: web, state: {terminated: {reason: OOMKilled, exitCode: 137}}}]"),
                        Health.FAILED,
                        "memory"),
                of(
                        pod(
                                "",
                                "",
                                "phase: Failed, containerStatuses: [{name: web, state: {terminated: {reason: Error, exitCode: 3}}}]"),
                        Health.FAILED,
                        "exited",
                        3),
                of(pod("", "", "phase: Failed"), Health.FAILED, "failed"),
                of(
                        pod("", "", "phase: Failed, reason: Evicted, message: 'The node was low on resource: memory.'"),
                        Health.FAILED,
                        "evicted-memory"),
                of(
                        pod("", "", "phase: Failed, reason: Evicted, message: 'low on ephemeral-storage'"),
                        Health.FAILED,
                        "evicted-disk"),
                of(pod("", "", "phase: Failed, reason: Evicted"), Health.FAILED, "evicted"),
                of(pod("", "", "phase: Failed, reason: DeadlineExceeded"), Health.FAILED, "deadline"),
                of(pod("", "", "phase: Failed, reason: NodeShutdown"), Health.FAILED, "node-went"),
                of(pod("", "", "phase: Failed, reason: OutOfcpu"), Health.FAILED, "node-rejected"),
                of(pod("", ", nodeName: n1", "phase: Unknown"), Health.UNKNOWN, "node-lost", "n1"),
                of(
                        pod(
                                "",
                                ", nodeName: n1",
                                "phase: Running, conditions: [{type: Ready, status: Unknown, reason: NodeStatusUnknown}]"),
                        Health.UNKNOWN,
                        "node-lost",
                        "n1"),
                of(unschedulable("0/3 nodes are available: 3 Insufficient cpu."), Health.FAILED, "no-cpu"),
                of(unschedulable("0/3 nodes are available: 3 Insufficient memory."), Health.FAILED, "no-memory"),
                of(
                        unschedulable("0/3 nodes are available: 1 Insufficient cpu, 2 Insufficient memory."),
                        Health.FAILED,
                        "no-room"),
                of(unschedulable("0/1 nodes are available: 1 Too many pods."), Health.FAILED, "no-slots"),
                of(unschedulable("didn''t match pod topology spread constraints"), Health.FAILED, "no-spread"),
                of(unschedulable("didn''t match pod anti-affinity rules"), Health.FAILED, "no-anti-affinity"),
                of(unschedulable("didn''t match Pod node affinity/selector"), Health.FAILED, "no-affinity"),
                of(unschedulable("pod has unbound immediate PersistentVolumeClaims"), Health.FAILED, "no-volume"),
                of(unschedulable("1 node(s) had untolerated taint(s)"), Health.FAILED, "no-toleration"),
                of(unschedulable("no nodes available to schedule pods"), Health.FAILED, "no-nodes"),
                of(unschedulable("for another reason"), Health.FAILED, "unschedulable"),
                of(
                        pod(
                                "",
                                ", nodeName: n1",
                                "phase: Running, conditions: [{type: PodScheduled, status: 'False', reason: SchedulerError, "
                                        + "message: 'pod p is already assigned to node n1'}, {type: Ready, status: 'True'}]"),
                        Health.OK,
                        "running"),
                of(
                        pod(
                                "",
                                "",
                                "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: SchedulingGated}]"),
                        Health.WAITING,
                        "gated"),
                of(
                        pod(
                                "",
                                ", nodeName: n1",
                                "phase: Pending, initContainerStatuses: [{name: a, state: {terminated: {exitCode: 0}}}, {name: b, state: {running: {}}}]"),
                        Health.PROGRESSING,
                        "init",
                        2,
                        2,
                        "b"),
                of(pod("", "", ""), Health.PROGRESSING, "waits-for-node"));
    }

    private static Arguments of(KubeObject pod, Health health, String key, Object... args) {
        return Arguments.of(
                key, pod, health, Stream.of(args).map(String::valueOf).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pods")
    void saysWhyAPodIsAsItIs(String key, KubeObject pod, Health health, List<String> args) {
        var reason = PodWords.explain(pod);
        assertThat(reason.plain().key()).isEqualTo("status.pod." + key);
        assertThat(reason.health()).isEqualTo(health);
        assertThat(reason.plain().args()).startsWith(args.toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pods")
    void everyReasonHasATextAndWhereHelpIsNeededAWayOut(String key, KubeObject pod, Health health, List<String> args) {
        ReasonTexts.assertComplete(PodWords.explain(pod));
    }

    @Test
    void kubernetesOwnWordsAreKeptVerbatim() {
        assertThat(PodWords.explain(waiting("ErrImagePull", "manifest unknown: web"))
                        .words())
                .isEqualTo("ErrImagePull: manifest unknown: web");
        assertThat(PodWords.explain(unschedulable("0/3 nodes are available: 3 Insufficient cpu."))
                        .words())
                .isEqualTo("0/3 nodes are available: 3 Insufficient cpu.");
    }

    @Test
    void aRowCountsReadyContainersAndRestarts() {
        var pod = running(
                "{name: web, ready: true, restartCount: 2, state: {running: {}}}, {name: side, ready: false, restartCount: 1, state: {running: {}}}",
                "False");
        var row = PodRow.of(ClusterId.random(), pod, "tokyo-a");
        assertThat(row.ready()).isEqualTo(1);
        assertThat(row.restarts()).isEqualTo(3);
        assertThat(row.node()).isEqualTo("n1");
        assertThat(row.zone()).isEqualTo("tokyo-a");
        assertThat(row.isReady()).isTrue();
    }

    @Test
    void aPodOfADeploymentIsToldAsTheDeployments() {
        var pod = pod(
                ", labels: {pod-template-hash: 7c9d5f6b84}, ownerReferences: [{kind: ReplicaSet, name: web-7c9d5f6b84}]",
                "",
                "phase: Pending");
        assertThat(Workload.of(pod)).isEqualTo(new Workload("Deployment", "web"));
        assertThat(Workload.of(pod("", "", ""))).isEqualTo(new Workload("Pod", "web-1"));
        assertThat(Workload.of(pod(", ownerReferences: [{kind: StatefulSet, name: db}]", "", "")))
                .isEqualTo(new Workload("StatefulSet", "db"));
    }

    @Test
    void theYamlOfAPodCoversValuesOfSecretVariables() {
        var pod = pod(", managedFields: [{manager: x}]", "", "phase: Running");
        var tree = pod.tree();
        ((tools.jackson.databind.node.ObjectNode) tree.at("/spec/containers/0"))
                .putArray("env")
                .add(tools.jackson.databind.json.JsonMapper.shared()
                        .createObjectNode()
                        .put("name", "DB_PASSWORD")
                        .put("value", "hunter2"));
        var yaml = PodDetails.of(KubeObject.of(tree)).yaml();
        assertThat(yaml).contains("DB_PASSWORD").doesNotContain("hunter2").doesNotContain("managedFields");
    }
}
