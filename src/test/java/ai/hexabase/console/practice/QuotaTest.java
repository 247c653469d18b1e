package ai.hexabase.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private final PracticeGround ground = PracticeGround.threeNodes();

    private String failure() {
        return Conditions.find(ground.deployment("web").tree(), "ReplicaFailure")
                .map(condition -> condition.path("reason").asString("") + ": "
                        + condition.path("message").asString(""))
                .orElse("none");
    }

    @Test
    void podsBeyondTheQuotaAreKeptOutAndTheDeploymentSaysSoInKubernetesWords() {
        ground.applied("{apiVersion: v1, kind: ResourceQuota, metadata: {namespace: shop, name: room},"
                + " spec: {hard: {requests.cpu: 250m}}}");
        ground.applied(PracticeGround.web(3, "example.invalid/web:1"));
        ground.pass(6);
        assertThat(ground.pods()).hasSize(2);
        assertThat(failure())
                .startsWith("FailedCreate: pods \"web-")
                .endsWith("is forbidden: exceeded quota: room, requested: requests.cpu=100m, used: requests.cpu=200m,"
                        + " limited: requests.cpu=250m");
        assertThat(ground.events("FailedCreate")).isNotEmpty();
        assertThat(ground.get(ResourceKind.RESOURCE_QUOTA.named("shop", "room")).text("/status/used/requests.cpu"))
                .isEqualTo("200m");
    }

    @Test
    void moreRoomLetsTheRestIn() {
        podsBeyondTheQuotaAreKeptOutAndTheDeploymentSaysSoInKubernetesWords();
        ground.applied("{apiVersion: v1, kind: ResourceQuota, metadata: {namespace: shop, name: room},"
                + " spec: {hard: {requests.cpu: \"1\"}}}");
        ground.pass(12);
        assertThat(ground.pods()).hasSize(3);
        assertThat(failure()).isEqualTo("none");
    }

    @Test
    void podsThatDoNotSayWhatTheyNeedAreKeptOutByAQuotaOnIt() {
        ground.applied("{apiVersion: v1, kind: ResourceQuota, metadata: {namespace: shop, name: room},"
                + " spec: {hard: {requests.cpu: \"1\"}}}");
        ground.applied(PracticeGround.web(1, "example.invalid/web:1", ""));
        ground.pass(2);
        assertThat(failure()).endsWith("is forbidden: failed quota: room: must specify requests.cpu for: main");
    }

    @Test
    void aLimitRangeSaysItForThem() {
        ground.applied("{apiVersion: v1, kind: ResourceQuota, metadata: {namespace: shop, name: room},"
                + " spec: {hard: {requests.cpu: \"1\"}}}");
        ground.applied("{apiVersion: v1, kind: LimitRange, metadata: {namespace: shop, name: usual},"
                + " spec: {limits: [{type: Container, default: {cpu: 500m}, defaultRequest: {cpu: 50m}}]}}");
        ground.applied(PracticeGround.web(1, "example.invalid/web:1", ""));
        ground.pass(4);
        assertThat(ground.pods()).singleElement().satisfies(QuotaTest::hasTheUsual);
    }

    private static void hasTheUsual(KubeObject pod) {
        assertThat(pod.text("/spec/containers/0/resources/requests/cpu")).isEqualTo("50m");
        assertThat(pod.text("/spec/containers/0/resources/limits/cpu")).isEqualTo("500m");
    }

    @Test
    void podsThatViolateTheNamespacesStandardNeverAppear() {
        ground.applied("{apiVersion: v1, kind: Namespace, metadata: {name: shop,"
                + " labels: {pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/warn:"
                + " restricted}}}");
        var text = PracticeGround.web(1, "example.invalid/web:1")
                .replace("seccompProfile: {type: RuntimeDefault}", "fsGroup: 1")
                .replace("capabilities: {drop: [ALL]}", "privileged: true");
        var result = ground.apply(text);
        assertThat(result.warnings())
                .singleElement()
                .isEqualTo(
                        "would violate PodSecurity \"restricted:latest\": privileged (container \"main\" must not set"
                                + " securityContext.privileged=true), unrestricted capabilities (container \"main\" must set"
                                + " securityContext.capabilities.drop=[\"ALL\"]), seccompProfile (pod or container \"main\""
                                + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")");
        assertThat(result).isInstanceOf(ApplyResult.Applied.class);
        ground.pass(3);
        assertThat(ground.pods()).isEmpty();
        assertThat(failure()).contains("violates PodSecurity \"restricted:latest\"");
    }
}
