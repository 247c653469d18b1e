package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Yaml;
import org.junit.jupiter.api.Test;

/** States of pods as Kubernetes 1.36 writes them, word by word. */
class PodReasonsOfKubernetesTest {
    private static PodReason explain(String metadata, String spec, String status) {
        var pod = KubeObject.of(Yaml.read("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web-1, namespace: shop, uid: u1 %s}
                spec: {nodeName: n1, containers: [{name: web, image: "registry.example/web:1.4" %s}]}
                status: {%s}
                """.formatted(metadata, spec, status), Yaml.Limits.OWN));
        var reason = PodWords.explain(pod);
        ReasonTexts.assertComplete(reason);
        return reason;
    }

    private static String key(PodReason reason) {
        return reason.plain().key().substring("status.pod.".length());
    }

    private static PodReason waiting(String spec, String reason, String message) {
        return explain(
                "",
                spec,
                "phase: Pending, containerStatuses: [{name: web, ready: false, state: {waiting: {reason: %s, message: '%s'}}}]"
                        .formatted(reason, message.replace("'", "''")));
    }

    @Test
    void aRefusedPullWithASecretIsAnotherMatterThanOneWithout() {
        var words = "Back-off pulling image \"registry.example/web:1.4\": ErrImagePull: failed to pull and unpack image"
                + " \"registry.example/web:1.4\": failed to resolve reference \"registry.example/web:1.4\": unexpected"
                + " status from HEAD request to https://registry.example/v2/web/manifests/1.4: 401 Unauthorized";
        assertThat(key(waiting("}], imagePullSecrets: [{name: regcred", "ImagePullBackOff", words)))
                .isEqualTo("image-denied");
        var without = waiting("", "ImagePullBackOff", words);
        assertThat(key(without)).isEqualTo("image-no-secret");
        assertThat(without.words()).isEqualTo("ImagePullBackOff: " + words);
    }

    @Test
    void aMissingKeyIsToldApartFromAMissingSecret() {
        assertThat(key(waiting("", "CreateContainerConfigError", "couldn't find key password in Secret shop/db")))
                .isEqualTo("secret-key-missing");
        assertThat(key(waiting("", "CreateContainerConfigError", "couldn't find key mode in ConfigMap shop/settings")))
                .isEqualTo("config-key-missing");
        assertThat(key(waiting("", "CreateContainerConfigError", "secret \"db\" not found")))
                .isEqualTo("secret-missing");
    }

    @Test
    void whatKeepsAProgramFromRunningIsTold() {
        assertThat(key(waiting(
                        "",
                        "CreateContainerConfigError",
                        "container has runAsNonRoot and image has non-numeric user (app), cannot verify user is"
                                + " non-root (pod: \"web-1_shop(u1)\", container: web)")))
                .isEqualTo("runs-as-unknown");
        assertThat(
                        key(
                                waiting(
                                        "",
                                        "CreateContainerConfigError",
                                        "container has runAsNonRoot and image will run as root (pod: \"web-1_shop(u1)\", container: web)")))
                .isEqualTo("runs-as-root");
        assertThat(key(waiting(
                        "",
                        "RunContainerError",
                        "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc"
                                + " create failed: unable to start container process: error during container init:"
                                + " exec: \"/app\": stat /app: no such file or directory")))
                .isEqualTo("program-missing");
    }

    @Test
    void aFailingPreparationIsNamed() {
        var loop = explain(
                "",
                "}], initContainers: [{name: migrate, image: m",
                "phase: Pending, initContainerStatuses: [{name: migrate, restartCount: 4, state: {waiting: {reason:"
                        + " CrashLoopBackOff, message: 'back-off 1m20s restarting failed container=migrate pod=web-1_shop(u1)'}},"
                        + " lastState: {terminated: {reason: Error, exitCode: 2}}}]");
        assertThat(key(loop)).isEqualTo("init-crash-loop");
        assertThat(loop.plain().args()).containsExactly("4", "2", "migrate");
        var once = explain(
                "",
                "}], initContainers: [{name: migrate, image: m",
                "phase: Pending, initContainerStatuses: [{name: migrate, state: {terminated: {reason: Error, exitCode: 2}}}]");
        assertThat(key(once)).isEqualTo("init-failed");
        assertThat(once.plain().args()).containsExactly("migrate", "2");
    }

    @Test
    void theCheckThatAPodWaitsForIsNamed() {
        var running = "phase: Running, conditions: [{type: Ready, status: 'False', reason: ContainersNotReady},"
                + " {type: ContainersReady, status: 'False'}], containerStatuses: [{name: web, ready: false, started: %s,"
                + " state: {running: {}}}]";
        assertThat(key(explain("", ", startupProbe: {}, readinessProbe: {}", running.formatted(false))))
                .isEqualTo("waits-for-startup");
        assertThat(key(explain("", ", startupProbe: {}, readinessProbe: {}", running.formatted(true))))
                .isEqualTo("waits-for-readiness");
        assertThat(key(explain("", "", running.formatted(true)))).isEqualTo("container-not-ready");
    }

    @Test
    void aPodWhoseNodeFellSilentIsNotCalledRunning() {
        var reason = explain(
                "",
                "",
                "phase: Running, conditions: [{type: Ready, status: 'False'}, {type: ContainersReady, status: 'True'}],"
                        + " containerStatuses: [{name: web, ready: true, state: {running: {}}}]");
        assertThat(key(reason)).isEqualTo("node-silent");
        assertThat(reason.health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void whoSendsAPodAwayIsTold() {
        var leaving = ", deletionTimestamp: '2026-01-01T00:00:00Z'";
        var status =
                "phase: Running, conditions: [{type: DisruptionTarget, status: 'True', reason: %s, message: '%s'}]";
        assertThat(key(explain(
                        leaving,
                        "",
                        status.formatted("DeletionByTaintManager", "Taint manager: deleting due to NoExecute taint"))))
                .isEqualTo("leaving-taint");
        assertThat(key(explain(leaving, "", status.formatted("EvictionByEvictionAPI", "Eviction API: evicting"))))
                .isEqualTo("leaving-drained");
        assertThat(key(explain(
                        leaving,
                        "",
                        status.formatted(
                                "PreemptionByScheduler",
                                "default-scheduler: preempting to accommodate a higher priority pod"))))
                .isEqualTo("leaving-preempted");
    }
}
