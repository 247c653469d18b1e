package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.fleet.OnRealNode;
import ai.hexabase.console.fleet.RealNode;
import ai.hexabase.console.kube.RealAccess;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is wrong with pods on a node where everything really goes wrong, as the pods screen tells it. */
@ConsoleTest
@OnRealNode
class PodReasonsOnRealNodeIT {
    private static final String NAMESPACE = "trouble";
    private static final Duration A_WHILE = Duration.ofMinutes(4);

    @Autowired
    Clusters clusters;

    @Autowired
    LiveObjects objects;

    private final RealNode node;
    private final Map<String, PodRow> rows = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();
    private ClusterId cluster;

    PodReasonsOnRealNodeIT(RealNode node) {
        this.node = node;
    }

    @BeforeEach
    void register() {
        node.resetNamespaces();
        cluster = clusters.register("trouble-1", Site.UNKNOWN, RealAccess.to(node))
                .id();
    }

    @AfterEach
    void leave() {
        clusters.remove(cluster);
    }

    /** All troubles at once, for each takes its time. */
    @Test
    void everyTroubleIsToldInPlainWordsWithKubernetesOwnBesideThem() throws Exception {
        node.kubectl("create", "namespace", NAMESPACE);
        node.kubectl("create", "configmap", "settings", "--from-literal=mode=on", "--namespace=" + NAMESPACE);
        node.kubectl(
                "create",
                "secret",
                "docker-registry",
                "wrong",
                "--docker-server=private.test",
                "--docker-username=fleet",
                "--docker-password=guess",
                "--namespace=" + NAMESPACE);
        node.apply(PodTroubles.MANIFESTS);
        try (var following = objects.watch(LiveKind.PODS, new LiveScope(cluster, NAMESPACE), this::keep)) {
            assertThat(following).isNotNull();
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(told)
                            .allSatisfy((pod, reasons) -> assertThat(reasons).contains(PodTroubles.STATES.get(pod)))
                            .hasSameSizeAs(PodTroubles.STATES));
        }
        assertThat(rows.get("no-image").reason().words()).contains("fleet/no-such:1");
        assertThat(rows.get("too-large").reason().words()).contains("Insufficient cpu");
        eventsTell("unready", "readiness-failing");
        eventsTell("deaf", "liveness-failing", "liveness-killed");
    }

    /** These pods never come to be: only a condition of the ReplicaSet tells why. */
    @Test
    void whatKeepsPodsFromBeingMadeIsToldWithTheirDeployment() {
        node.apply(PodTroubles.KEPT_OUT);
        var seen = new ConcurrentHashMap<String, String>();
        try (var following = objects.watch(
                LiveKind.WORKLOADS,
                LiveScope.all(cluster),
                snapshot -> snapshot.rows().forEach(row -> seen.put(row.name(), whole(row.reason()))))) {
            assertThat(following).isNotNull();
            await().atMost(A_WHILE).untilAsserted(() -> {
                assertThat(seen.get("over-quota")).contains("kept-out-quota", "pods");
                assertThat(seen.get("privileged")).contains("kept-out-security", "runAsNonRoot");
            });
        }
    }

    @Test
    void aNodeThatFallsSilentIsToldAndWithItThatNobodyKnowsItsPods() {
        node.kubectl("create", "namespace", NAMESPACE);
        node.apply(PodTroubles.CALM);
        var nodes = new ConcurrentHashMap<String, String>();
        try (var one = objects.watch(
                        LiveKind.NODES,
                        LiveScope.all(cluster),
                        snapshot -> snapshot.rows().forEach(row -> nodes.put(row.name(), whole(row.reason()))));
                var two = objects.watch(LiveKind.PODS, new LiveScope(cluster, NAMESPACE), this::keep)) {
            assertThat(one).isNotEqualTo(two);
            await().atMost(A_WHILE).until(() -> latest("calm").contains("running"));
            node.inside("/usr/bin/pkill", "-STOP", "-x", "kubelet");
            await().atMost(A_WHILE).until(() -> nodes.getOrDefault("node-1", "").contains("node.silent"));
            await().atMost(A_WHILE).until(() -> latest("calm").contains("node-silent"));
            node.inside("/usr/bin/pkill", "-CONT", "-x", "kubelet");
            await().atMost(A_WHILE).until(() -> nodes.get("node-1").contains("node.ready"));
            await().atMost(A_WHILE).until(() -> latest("calm").contains("running"));
        } finally {
            node.inside("/usr/bin/pkill", "-CONT", "-x", "kubelet");
        }
    }

    private String latest(String pod) {
        var row = rows.get(pod);
        return row == null ? "" : whole(row.reason());
    }

    private static String whole(PodReason reason) {
        return reason.plain().key() + " " + reason.words();
    }

    private void keep(Snapshot<PodRow> snapshot) {
        for (var row : snapshot.rows()) {
            rows.put(row.name(), row);
            told.computeIfAbsent(row.name(), name -> ConcurrentHashMap.newKeySet())
                    .add(key(row.reason()));
        }
    }

    private void eventsTell(String pod, String... wanted) throws Exception {
        var heard = ConcurrentHashMap.<String>newKeySet();
        try (var following = objects.events(
                rows.get(pod),
                events -> heard.addAll(events.stream()
                        .flatMap(event -> EventWords.explain(event).stream())
                        .map(PodReasonsOnRealNodeIT::key)
                        .collect(Collectors.toSet())))) {
            assertThat(following).isNotNull();
            await().atMost(A_WHILE).untilAsserted(() -> assertThat(heard).contains(wanted));
        }
    }

    private static String key(PodReason reason) {
        return reason.plain().key().substring("status.pod.".length());
    }
}
