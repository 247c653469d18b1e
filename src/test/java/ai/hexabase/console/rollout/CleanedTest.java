package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.KubeObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanedTest {
    private static KubeObject secret(String password) {
        return Samples.yaml("{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: n, annotations: "
                + "{kubectl.kubernetes.io/last-applied-configuration: '" + password + "', keep: me}},"
                + " data: {password: " + password + ", user: dXNlcg==}}");
    }

    @Test
    void secretValuesNeverShowAndOnlyChangedOnesSaySo() {
        var before = Cleaned.tree(secret("b2xkLXNlY3JldA=="));
        var after = Cleaned.tree(secret("bmV3LXNlY3JldA=="));
        Cleaned.mask(after, before.deepCopy());
        Cleaned.mask(before, null);
        assertThat(Cleaned.yaml(before)).contains("password: \"(hidden)\"").doesNotContain("b2xk");
        assertThat(Cleaned.yaml(after))
                .contains("password: \"(hidden, changed)\"")
                .contains("user: \"(hidden)\"")
                .doesNotContain("bmV3");
    }

    @Test
    void theServersWordsAboutASecretLoseItsValues() {
        var words = "Invalid value: \"new-secret\" (bmV3LXNlY3JldA==)";
        assertThat(Cleaned.withoutSecrets(words, secret("bmV3LXNlY3JldA==")))
                .isEqualTo("Invalid value: \"(hidden)\" ((hidden))");
    }

    @Test
    void whatTheServerKeepsForItselfIsNoDifference() {
        var noisy = Samples.yaml("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c, namespace: n, uid: u, resourceVersion: '5', generation: 2,
                  managedFields: [{manager: x}], creationTimestamp: '2026-01-01T00:00:00Z'}
                data: {a: b}
                """);
        assertThat(Cleaned.tree(noisy))
                .isEqualTo(Cleaned.tree(Samples.yaml(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n}, data: {a: b}}")));
    }

    @Test
    void aNewServicePromisesNoAddress() {
        var drawn = Samples.yaml("""
                apiVersion: v1
                kind: Service
                metadata: {name: s, namespace: n}
                spec: {clusterIP: 10.0.0.7, clusterIPs: [10.0.0.7], ports: [{port: 443, nodePort: 31000}]}
                """);
        assertThat(Cleaned.yaml(Cleaned.treeOfNew(drawn)))
                .doesNotContain("10.0.0.7")
                .doesNotContain("31000");
    }

    @Test
    void theStatusDoesNotMakeAPlanStaleButTheSpecDoes() {
        var then = deployment(3, 1);
        assertThat(Hashes.live(deployment(3, 2))).isEqualTo(Hashes.live(then));
        assertThat(Hashes.live(deployment(4, 1))).isNotEqualTo(Hashes.live(then));
    }

    private static KubeObject deployment(int replicas, int ready) {
        return KubeObject.of(Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                Map.of("name", "d", "namespace", "n", "uid", "u", "resourceVersion", "" + ready),
                "spec",
                Map.of("replicas", replicas),
                "status",
                Map.of("readyReplicas", ready)));
    }
}
