package ai.hexabase.console.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fleet keeps its promises, so that the tests standing on it mean something. */
@RealClusters(count = 2, databaseOperator = true)
class FleetIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FleetCluster cluster;
    private final FleetCluster other;

    FleetIT(Fleet fleet) {
        cluster = fleet.cluster(1);
        other = fleet.cluster(2);
    }

    @Test
    void sixPodsRunOverThreeZonesAndOnlyOnTheirOwnCluster() {
        cluster.kubectl("create", "namespace", "spread");
        cluster.kubectl("create", "deployment", "six", "--image=x", "--replicas=6", "-n", "spread");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(phases("spread")).hasSize(6).containsOnly("Running"));
        String nodes = cluster.kubectl("get", "pods", "-n", "spread", "-o", "jsonpath={.items[*].spec.nodeName}");
        assertThat(nodes.split(" ")).contains("node-1", "node-2", "node-3");
        assertThat(other.tryKubectl("get", "namespace", "spread").errors()).contains("not found");
    }

    @Test
    void containersHaveLogsAndRunCommands() {
        cluster.kubectl("create", "namespace", "talk");
        cluster.kubectl("create", "deployment", "one", "--image=x", "-n", "talk");
        cluster.kubectl("rollout", "status", "deployment/one", "-n", "talk", "--timeout=30s");
        cluster.containersSay("a customer came in");
        assertThat(cluster.kubectl("logs", "deployment/one", "-n", "talk")).contains("ready", "a customer came in");
        assertThat(cluster.kubectl("exec", "deployment/one", "-n", "talk", "--", "echo", "hello"))
                .contains("hello");
    }

    @Test
    void lostNodesBecomeUnknownAndComeBackWithTheirLogs() {
        other.kubectl("create", "namespace", "lost");
        other.kubectl("create", "deployment", "one", "--image=x", "-n", "lost");
        other.kubectl("rollout", "status", "deployment/one", "-n", "lost", "--timeout=30s");
        try {
            other.stopNodes();
            await().untilAsserted(() -> assertThat(readiness()).containsOnly("Unknown"));
        } finally {
            other.startNodes();
        }
        await().untilAsserted(() -> assertThat(readiness()).containsOnly("True"));
        await().untilAsserted(() -> assertThat(other.kubectl("logs", "deployment/one", "-n", "lost"))
                .contains("ready"));
    }

    private List<String> readiness() {
        return List.of(
                other.kubectl("get", "nodes", "-o", "jsonpath={.items[*].status.conditions[?(@.type=='Ready')].status}")
                        .split(" "));
    }

    @Test
    void volumesAreBound() {
        cluster.kubectl("create", "namespace", "disk");
        cluster.apply("""
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: disk}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 1Gi}}
            """);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                cluster.kubectl("get", "pvc", "data", "-n", "disk", "-o", "jsonpath={.status.phase}"))
                        .isEqualTo("Bound"));
    }

    @Test
    void aConflictNamesTheOtherManager() {
        cluster.tryApply(configMap("conflict", "one"), "somebody-else");
        KubectlResult refused = cluster.tryApply(configMap("conflict", "two"), "hexabase-console");
        assertThat(refused.ok()).isFalse();
        assertThat(refused.errors()).contains("conflict", "somebody-else", ".data.value");
    }

    @Test
    void aRestartedApiServerKeepsEverythingAndItsAddress() {
        cluster.apply(configMap("kept", "here"));
        cluster.crash();
        assertThat(cluster.tryKubectl("get", "namespaces").ok()).isFalse();
        cluster.restart();
        assertThat(cluster.kubectl("get", "configmap", "kept", "-o", "jsonpath={.data.value}"))
                .isEqualTo("here");
    }

    @Test
    void controllersAreBackAtOnceAfterOneOutageUponAnother() {
        for (int outage = 0; outage < 2; outage++) {
            cluster.crash();
            // long enough that controllers would have begun to look only seldom
            Waiting.pause(Duration.ofSeconds(15));
            cluster.restart();
        }
        cluster.kubectl("create", "namespace", "outages");
        cluster.kubectl("create", "deployment", "one", "--image=x", "-n", "outages");
        cluster.kubectl("rollout", "status", "deployment/one", "-n", "outages", "--timeout=20s");
    }

    @Test
    void aWatchFromCompactedHistoryIsGone() {
        cluster.apply(configMap("history", "old"));
        String old = cluster.kubectl("get", "configmap", "history", "-o", "jsonpath={.metadata.resourceVersion}");
        cluster.apply(configMap("history", "new"));
        cluster.compactHistory();
        cluster.restart();
        String watch = cluster.kubectl(
                "get",
                "--raw",
                "/api/v1/namespaces/default/configmaps?watch=1&timeoutSeconds=5&resourceVersion=" + old);
        assertThat(watch).contains("\"ERROR\"", "\"code\":410", "\"reason\":\"Expired\"");
    }

    @Test
    void theDatabaseOperatorRefusesInItsOwnWords() {
        KubectlResult refused = cluster.tryApply(database("5"), "hexabase-console");
        assertThat(refused.errors()).contains("minSyncReplicas cannot be greater than maxSyncReplicas");
        assertThat(cluster.tryApply(database("1"), "hexabase-console").errors()).isEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(cluster.kubectl("get", "secrets", "-o", "name"))
                        .contains("shop-app"));
    }

    @Test
    void podsMisbehaveAsTheirNamespaceSays() {
        cluster.behave("broken-images", PodBehaviour.IMAGE_PULL_ERROR);
        cluster.kubectl("create", "deployment", "one", "--image=x", "-n", "broken-images");
        cluster.kubectl("create", "namespace", "crashing");
        cluster.kubectl("create", "deployment", "one", "--image=x", "-n", "crashing");
        cluster.kubectl("rollout", "status", "deployment/one", "-n", "crashing", "--timeout=30s");
        cluster.behave("crashing", PodBehaviour.OUT_OF_MEMORY);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(container("broken-images", "{.state.waiting.reason}")).isEqualTo("ImagePullBackOff");
            assertThat(container("crashing", "{.lastState.terminated.reason} {.restartCount}"))
                    .isEqualTo("OOMKilled 2");
        });
        cluster.behave("crashing", PodBehaviour.ORDINARY);
        cluster.kubectl("rollout", "status", "deployment/one", "-n", "crashing", "--timeout=30s");
    }

    @Test
    void anImageNamedNoSuchCannotBePulled() {
        cluster.kubectl("create", "namespace", "wrong-image");
        cluster.kubectl("create", "deployment", "one", "--image=registry.test/no-such:1", "-n", "wrong-image");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(container("wrong-image", "{.state.waiting.reason}"))
                        .isEqualTo("ImagePullBackOff"));
    }

    @Test
    void aServiceAccountMayDoWhatItsRulesSay() {
        String kubeconfig = cluster.serviceAccountKubeconfigWithRules(
                "limited", "reader", "- {apiGroups: [\"\"], resources: [pods], verbs: [list]}");
        assertThat(cluster.tryKubectlWith(kubeconfig, "get", "pods", "-A").ok()).isTrue();
        assertThat(cluster.tryKubectlWith(kubeconfig, "get", "secrets", "-A").errors())
                .contains("Forbidden", "system:serviceaccount:limited:reader");
    }

    @Test
    void certificatesAreAcceptedUntilTheyExpire() {
        var valid = cluster.issueClientCertificate(Duration.ofMinutes(5), "ann", List.of("system:masters"));
        var expired = cluster.issueClientCertificate(Duration.ofMinutes(-5), "ann", List.of("system:masters"));
        assertThat(cluster.tryKubectlWith(cluster.kubeconfigFor(valid), "auth", "whoami")
                        .output())
                .contains("ann");
        var curve = cluster.issueCurveCertificate(Duration.ofMinutes(5), "bob", List.of("system:masters"));
        assertThat(cluster.tryKubectlWith(cluster.kubeconfigFor(curve), "auth", "whoami")
                        .output())
                .contains("bob");
        assertThat(cluster.tryKubectlWith(cluster.kubeconfigFor(expired), "get", "nodes")
                        .ok())
                .isFalse();
    }

    @Test
    void aServerWithAnotherAuthorityIsNotTrusted(Fleet fleet) {
        String kubeconfig = cluster.kubeconfigTrusting(fleet.unknownAuthority());
        assertThat(cluster.tryKubectlWith(kubeconfig, "get", "nodes").errors()).contains("unknown authority");
    }

    @Test
    void theProxyCutsSilencesAndRestores() {
        try (TcpProxy network = cluster.proxy()) {
            String kubeconfig = cluster.proxied(network);
            assertThat(readyThrough(kubeconfig).output()).isEqualTo("ok");
            network.cut();
            assertThat(readyThrough(kubeconfig).errors()).contains("refused");
            network.restore();
            network.goSilent();
            assertThat(readyThrough(kubeconfig).ok()).isFalse();
            network.restore();
            network.answerGarbage();
            assertThat(readyThrough(kubeconfig).ok()).isFalse();
            network.restore();
            assertThat(readyThrough(kubeconfig).output()).isEqualTo("ok");
        }
    }

    private KubectlResult readyThrough(String kubeconfig) {
        return cluster.tryKubectlWith(kubeconfig, "get", "--raw", "/readyz", "--request-timeout=2s");
    }

    private List<String> phases(String namespace) {
        String phases = cluster.kubectl("get", "pods", "-n", namespace, "-o", "jsonpath={.items[*].status.phase}");
        return phases.isBlank() ? List.of() : List.of(phases.split(" "));
    }

    private String container(String namespace, String path) {
        String wanted = path.replace("{.", "{.items[0].status.containerStatuses[0].");
        return cluster.kubectl("get", "pods", "-n", namespace, "-o", "jsonpath=" + wanted);
    }

    private static String configMap(String name, String value) {
        return """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s, namespace: default}
            data: {value: %s}
            """.formatted(name, value);
    }

    private static String database(String minSyncReplicas) {
        return """
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {name: shop, namespace: default}
            spec:
              instances: 3
              minSyncReplicas: %s
              maxSyncReplicas: 2
              storage: {size: 1Gi}
            """.formatted(minSyncReplicas);
    }
}
