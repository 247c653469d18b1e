package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages are those of Kubernetes 1.36 and containerd. */
class EventWordsTest {
    private static final String PULL =
            "Failed to pull image \"registry.example/web:1.4\": failed to pull and unpack image"
                    + " \"registry.example/web:1.4\": failed to resolve reference \"registry.example/web:1.4\": ";

    private static PodEvent event(String reason, String message) {
        return new PodEvent(reason, message, true, null, 1);
    }

    static Stream<Arguments> events() {
        return Stream.of(
                of("Unhealthy", "Startup probe failed: HTTP probe failed with statuscode: 503", "startup-failing"),
                of(
                        "Unhealthy",
                        "Readiness probe failed: Get \"http://10.0.0.7:8080/ready\": dial tcp 10.0.0.7:8080: connect: connection refused",
                        "readiness-failing"),
                of(
                        "Unhealthy",
                        "Liveness probe failed: command timed out: \"pg_isready\" timed out after 1s",
                        "liveness-failing"),
                of("Killing", "Container web failed liveness probe, will be restarted", "liveness-killed"),
                of("Killing", "Container web failed startup probe, will be restarted", "startup-killed"),
                of("BackOff", "Back-off restarting failed container web in pod web-1_shop(u1)", "back-off"),
                of(
                        "BackOff",
                        "Back-off pulling image \"registry.example/web:1.4\": ErrImagePull: " + PULL
                                + "registry.example/web:1.4: not found",
                        "image-missing",
                        "registry.example/web:1.4"),
                of("Failed", PULL + "registry.example/web:1.4: not found", "image-missing", "registry.example/web:1.4"),
                of(
                        "Failed",
                        PULL
                                + "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed",
                        "image-denied"),
                of(
                        "Failed",
                        PULL
                                + "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://registry.example/token: 401 Unauthorized",
                        "image-no-secret"),
                of(
                        "Failed",
                        PULL
                                + "failed to do request: Head \"https://registry.example/v2/web/manifests/1.4\": dial tcp: lookup registry.example on 10.96.0.10:53: no such host",
                        "image-unreachable"),
                of(
                        "Failed",
                        PULL
                                + "failed to do request: Head \"https://registry.example/v2/web/manifests/1.4\": dial tcp 192.0.2.9:443: i/o timeout",
                        "image-unreachable"),
                of(
                        "Failed",
                        PULL
                                + "failed to do request: Head \"https://registry.example/v2/web/manifests/1.4\": tls: failed to verify certificate: x509: certificate signed by unknown authority",
                        "image-certificate"),
                of(
                        "Failed",
                        PULL
                                + "failed to do request: Head \"https://registry.example/v2/\": http: server gave HTTP response to HTTPS client",
                        "image-plain-http"),
                of(
                        "Failed",
                        PULL
                                + "unexpected status from HEAD request to https://registry.example/v2/web: 429 Too Many Requests",
                        "image-limit"),
                of(
                        "FailedToRetrieveImagePullSecret",
                        "Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.",
                        "pull-secret-missing",
                        "regcred"),
                of(
                        "FailedScheduling",
                        "0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.",
                        "no-memory"),
                of(
                        "FailedAttachVolume",
                        "Multi-Attach error for volume \"pvc-1\" Volume is already exclusively attached to one node and can't be attached to another",
                        "volume-multi-attach",
                        "pvc-1"),
                of(
                        "FailedAttachVolume",
                        "AttachVolume.Attach failed for volume \"pvc-1\" : rpc error: code = Internal desc = disk is busy",
                        "volume-attach",
                        "pvc-1"),
                of(
                        "FailedMount",
                        "MountVolume.SetUp failed for volume \"tls\" : secret \"web-tls\" not found",
                        "volume-secret-missing",
                        "tls"),
                of(
                        "FailedMount",
                        "MountVolume.SetUp failed for volume \"cfg\" : configmap \"settings\" not found",
                        "volume-config-missing",
                        "cfg"),
                of(
                        "FailedMount",
                        "MountVolume.SetUp failed for volume \"cfg\" : references non-existent config key: app.yaml",
                        "volume-key-missing",
                        "cfg"),
                of(
                        "FailedMount",
                        "MountVolume.MountDevice failed for volume \"pvc-1\" : rpc error: code = Internal desc = wrong fs type",
                        "volume-mount",
                        "pvc-1"),
                of("ProvisioningFailed", "storageclass.storage.k8s.io \"fast\" not found", "volume-not-made"),
                of(
                        "FailedCreate",
                        "Error creating: pods \"web-5d8-abcde\" is forbidden: exceeded quota: team, requested: pods=1, used: pods=2, limited: pods=2",
                        "kept-out-quota"),
                of(
                        "FailedCreate",
                        "Error creating: pods \"web-5d8-abcde\" is forbidden: failed quota: team: must specify requests.cpu for: web",
                        "kept-out-quota"),
                of(
                        "FailedCreate",
                        "Error creating: pods \"web-5d8-abcde\" is forbidden: violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (container \"web\" must set securityContext.allowPrivilegeEscalation=false)",
                        "kept-out-security"),
                of(
                        "FailedCreate",
                        "create Pod db-0 in StatefulSet db failed error: pods \"db-0\" is forbidden: maximum cpu usage per Container is 1, but limit is 2",
                        "kept-out-limits"),
                of(
                        "FailedCreate",
                        "Error creating: pods \"web-5d8-\" is forbidden: error looking up service account shop/web: serviceaccount \"web\" not found",
                        "kept-out-account"),
                of(
                        "FailedCreate",
                        "Error creating: admission webhook \"validate.policy.example\" denied the request: no latest",
                        "kept-out-policy"),
                of("FailedCreate", "Error creating: something new", "kept-out"),
                of(
                        "FailedCreatePodSandBox",
                        "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox",
                        "network"),
                of("NodeNotReady", "Node is not ready", "node-silent"),
                of("TaintManagerEviction", "Marking for deletion Pod shop/web-1", "taint-evicted"),
                of(
                        "Evicted",
                        "The node was low on resource: memory. Threshold quantity: 100Mi, available: 80Mi. Container web was using 900Mi, request is 128Mi, has larger consumption of memory. ",
                        "evicted-memory"),
                of("Evicted", "The node had condition: [DiskPressure]. ", "evicted-disk"),
                of("Evicted", "The node was low on resource: pids. ", "evicted-processes"),
                of("Evicted", "Usage of EmptyDir volume \"cache\" exceeds the limit \"1Gi\". ", "evicted-own-disk"),
                of(
                        "Evicted",
                        "Pod ephemeral local storage usage exceeds the total limit of containers 1Gi. ",
                        "evicted-own-disk"),
                of("Preempted", "Preempted by pod u2 on node n1", "preempted"));
    }

    private static Arguments of(String reason, String message, String key, Object... args) {
        return Arguments.of(reason, message, key, List.of(args));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("events")
    void whatAnEventMeansIsToldWithAWayOutAndItsOwnWords(String reason, String message, String key, List<String> args) {
        var read = EventWords.explain(event(reason, message)).orElseThrow();
        assertThat(read.plain().key()).isEqualTo("status.pod." + key);
        assertThat(read.plain().args()).containsAll(args);
        assertThat(read.words()).isEqualTo(message);
        assertThat(read.action()).isPresent();
        ReasonTexts.assertComplete(read);
    }

    @Test
    void anUnknownEventIsLeftToItsOwnWords() {
        assertThat(EventWords.explain(event("Pulled", "Container image already present on machine")))
                .isEmpty();
        assertThat(EventWords.explain(event("SomethingNew", "whatever"))).isEmpty();
        assertThat(EventWords.explain(event("Killing", "Stopping container web")))
                .isEmpty();
    }
}
