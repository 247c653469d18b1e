package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.Yaml;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What several watches tell becomes rows. */
class LiveTablesTest {
    private static final LiveScope SCOPE = LiveScope.all(ClusterId.random());
    private static final String QUOTA = "pods \"web-7c9d-\" is forbidden: exceeded quota: small, requested: pods=1";

    private static KubeObject object(String yaml) {
        return KubeObject.of(Yaml.read(yaml, Yaml.Limits.OWN));
    }

    /** As a feed does: the part that watches this kind. */
    private static boolean put(LiveTable<?> table, KubeObject object) {
        return put(table, part(table, object.kind()), object);
    }

    private static <V> boolean put(LiveTable<?> table, Part<V> part, KubeObject object) {
        return table.put(part, object);
    }

    private static Part<?> part(LiveTable<?> table, ResourceKind kind) {
        return table.parts().stream()
                .filter(part -> part.query().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void list(LiveTable<?> table, ResourceKind kind, KubeObject... objects) {
        list(table, part(table, kind), objects);
    }

    private static <V> void list(LiveTable<?> table, Part<V> part, KubeObject... objects) {
        var all = new HashMap<String, V>();
        table.read(part, List.of(objects), all);
        table.list(part, all);
    }

    private static KubeObject deployment(int wanted, int ready) {
        return object("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop, uid: d1, resourceVersion: "5", generation: 1}
                spec: {replicas: %d, template: {spec: {containers: [{name: web, image: registry.example/web:1.4}]}}}
                status: {observedGeneration: 1, replicas: %d, readyReplicas: %d, updatedReplicas: %d}
                """.formatted(wanted, ready, ready, ready));
    }

    private static KubeObject replicaSet(String failure) {
        return object("""
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web-7c9d, namespace: shop, uid: r1, ownerReferences: [{kind: Deployment, name: web}]}
                spec: {replicas: 3}
                status: {conditions: [{type: ReplicaFailure, status: '%s', reason: FailedCreate, message: '%s'}]}
                """.formatted(failure, QUOTA));
    }

    @Test
    void aRefusalThatOnlyAReplicaSetKnowsIsTheReasonOfItsDeployment() {
        var table = new WorkloadTable(SCOPE);
        put(table, deployment(3, 0));
        assertThat(put(table, replicaSet("True"))).isTrue();
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.reason().health()).isEqualTo(Health.FAILED);
            assertThat(row.reason().plain().key()).isEqualTo("status.pod.kept-out-quota");
            assertThat(row.reason().words()).isEqualTo(QUOTA);
        });
        put(table, replicaSet("False"));
        assertThat(table.rows().getFirst().reason().plain().key()).isEqualTo("status.workload.starting");
    }

    private static KubeObject refusal(String name, String at, String message) {
        return object("""
                apiVersion: v1
                kind: Event
                metadata: {name: %s, namespace: shop, uid: %s}
                involvedObject: {kind: StatefulSet, namespace: shop, name: db}
                reason: FailedCreate
                type: Warning
                lastTimestamp: '%s'
                message: '%s'
                """.formatted(name, name, at, message));
    }

    private static KubeObject set(int created) {
        return object("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: shop, uid: s1, generation: 1}
                spec: {replicas: 2}
                status: {observedGeneration: 1, replicas: %d, readyReplicas: %d, updatedReplicas: %d}
                """.formatted(created, created, created));
    }

    @Test
    void aRefusalThatIsOnlyAnEventCountsWhilePodsAreMissingAndTheNewestOneIsTold() {
        var table = new WorkloadTable(SCOPE);
        put(table, set(0));
        put(table, refusal("e1", "2026-11-24T09:00:00Z", "exceeded quota: small"));
        put(
                table,
                refusal("e2", "2026-11-24T10:00:00Z", "create Pod db-0 failed: violates PodSecurity \"restricted\""));
        assertThat(table.rows().getFirst().reason().plain().key()).isEqualTo("status.pod.kept-out-security");
        put(table, set(2));
        assertThat(table.rows().getFirst().reason().health()).isEqualTo(Health.OK);
    }

    @Test
    void aRowThatNobodyChangedIsTheSameObjectInTheNextSnapshot() {
        var table = new WorkloadTable(SCOPE);
        put(table, set(2));
        put(table, deployment(3, 3));
        var before = table.rows();
        put(table, deployment(3, 2));
        assertThat(table.rows()).hasSize(2).isNotSameAs(before);
        assertThat(table.rows().getFirst()).isSameAs(before.getFirst());
        assertThat(put(table, deployment(3, 2))).as("nothing new").isFalse();
    }

    private static KubeObject pod(String name, String node, String cpu) {
        return object("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: shop, uid: %s}
                spec:
                  nodeName: %s
                  containers: [{name: c, image: i, resources: {requests: {cpu: %s, memory: 1Gi}}}]
                  volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
                status: {phase: Running}
                """.formatted(name, name, node, cpu));
    }

    private static KubeObject node(String name, String conditions) {
        return object("""
                apiVersion: v1
                kind: Node
                metadata: {name: %s, uid: %s, labels: {topology.kubernetes.io/zone: zone-a}}
                spec: {taints: [{key: dedicated, value: db, effect: NoSchedule}]}
                status:
                  allocatable: {cpu: '8', memory: 32Gi, pods: '110'}
                  nodeInfo: {kubeletVersion: v1.36.3}
                  conditions: [%s]
                """.formatted(name, name, conditions));
    }

    @Test
    void aNodeTellsWhatItsPodsRequestAsTheyComeAndGo() {
        var table = new NodeTable(SCOPE);
        put(table, node("n1", "{type: Ready, status: 'True'}"));
        assertThat(table.rows().getFirst().requested()).as("not known yet").isNull();
        list(table, ResourceKind.POD, pod("a", "n1", "500m"), pod("b", "n1", "250m"));
        assertThat(table.rows().getFirst().requested()).isEqualTo(new NodeRow.Resources(750, 2L << 30, 2));
        table.remove(part(table, ResourceKind.POD), ResourceKind.POD.named("shop", "a"));
        assertThat(table.rows().getFirst()).satisfies(row -> {
            assertThat(row.requested()).isEqualTo(new NodeRow.Resources(250, 1L << 30, 1));
            assertThat(row.allocatable().cpuMillis()).isEqualTo(8000);
            assertThat(row.taints()).containsExactly("dedicated=db:NoSchedule");
            assertThat(row.zone()).isEqualTo("zone-a");
            assertThat(row.reason().plain().key()).isEqualTo("status.node.reserved");
        });
        put(table, node("n1", "{type: Ready, status: 'Unknown', message: silent}"));
        assertThat(table.rows().getFirst().reason().health()).isEqualTo(Health.UNKNOWN);
        put(table, node("n1", "{type: Ready, status: 'True'}, {type: DiskPressure, status: 'True', message: low}"));
        assertThat(table.rows().getFirst().reason().plain().key()).isEqualTo("status.node.disk");
    }

    @Test
    void aPodGoesToItsNodesZoneWheneverThatIsKnown() {
        var table = new PodTable(SCOPE);
        put(table, pod("a", "n1", "1"));
        assertThat(table.rows().getFirst().zone()).isNull();
        put(table, node("n1", ""));
        assertThat(table.rows().getFirst().zone()).isEqualTo("zone-a");
        assertThat(put(table, node("n1", "{type: Ready, status: 'True'}")))
                .as("heartbeats are no news")
                .isFalse();
    }

    private static KubeObject claim(String phase, String volume) {
        return object("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data, namespace: shop, uid: c1}
                spec: {storageClassName: fast, resources: {requests: {storage: 1Gi}} %s}
                status: {phase: %s}
                """.formatted(volume, phase));
    }

    private static KubeObject volume(String phase) {
        return object("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: pv-1, uid: v1}
                spec:
                  capacity: {storage: 1Gi}
                  persistentVolumeReclaimPolicy: Retain
                  claimRef: {namespace: shop, name: data}
                status: {phase: %s}
                """.formatted(phase));
    }

    private static KubeObject about(String reason) {
        return object("""
                apiVersion: v1
                kind: Event
                metadata: {name: e1, namespace: shop, uid: e1}
                involvedObject: {kind: PersistentVolumeClaim, namespace: shop, name: data}
                reason: %s
                message: why
                """.formatted(reason));
    }

    @Test
    void aClaimTellsWhyItWaitsThenItsVolumeAndWhoUsesItAndALeftVolumeStandsAlone() {
        var table = new VolumeTable(SCOPE);
        put(table, claim("Pending", ""));
        put(table, about("ProvisioningFailed"));
        put(table, pod("db-0", "n1", "1"));
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.reason().plain().key()).isEqualTo("status.volume.not-made");
            assertThat(row.reason().words()).isEqualTo("why");
            assertThat(row.users()).containsExactly("db-0");
            assertThat(row.bytes()).isEqualTo(1L << 30);
        });
        put(table, volume("Bound"));
        put(table, claim("Bound", ", volumeName: pv-1"));
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.reason().plain().key()).isEqualTo("status.volume.bound");
            assertThat(row.policy()).isEqualTo("Retain");
        });
        table.remove(
                part(table, ResourceKind.PERSISTENT_VOLUME_CLAIM),
                ResourceKind.PERSISTENT_VOLUME_CLAIM.named("shop", "data"));
        put(table, volume("Released"));
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.claim()).isFalse();
            assertThat(row.reason().plain().key()).isEqualTo("status.volume.released");
        });
    }

    @Test
    void aChangeOfOneAmongThousandsOfPodsMakesOnlyItsRowAnewAndEqualPartsAreKeptOnce() {
        var table = new PodTable(SCOPE);
        list(
                table,
                ResourceKind.POD,
                IntStream.range(0, 5_000)
                        .mapToObj(number -> pod("p" + number, "n" + number % 10, "1"))
                        .toArray(KubeObject[]::new));
        var before = table.rows();
        assertThat(before).hasSize(5_000);
        assertThat(before.stream()
                        .map(row -> System.identityHashCode(row.node()))
                        .distinct())
                .hasSize(10);
        assertThat(before)
                .extracting(PodRow::reason)
                .allSatisfy(
                        reason -> assertThat(reason).isSameAs(before.getFirst().reason()));
        assertThat(put(table, pod("p77", "n11", "1"))).isTrue();
        var after = table.rows();
        assertThat(IntStream.range(0, 5_000)
                        .filter(at -> before.get(at) != after.get(at))
                        .mapToObj(at -> after.get(at).name()))
                .containsExactly("p77");
    }

    @Test
    void ofManyEventsOnlyTheNewestAreKept() {
        var table = new EventTable(SCOPE);
        IntStream.range(0, 3 * EventTable.MOST)
                .mapToObj(number -> object("""
                        apiVersion: v1
                        kind: Event
                        metadata: {name: e%1$d, namespace: shop, uid: e%1$d}
                        involvedObject: {kind: Pod, namespace: shop, name: web}
                        type: Normal
                        lastTimestamp: '2026-11-24T%2$02d:%3$02d:%4$02dZ'
                        """.formatted(number, number / 3600, number / 60 % 60, number % 60)))
                .forEach(event -> put(table, event));
        assertThat(table.rows()).hasSizeBetween(EventTable.MOST, EventTable.MOST + EventTable.MOST / 10);
        assertThat(table.rows())
                .extracting(EventRow::name)
                .contains("e" + (3 * EventTable.MOST - 1))
                .doesNotContain("e0", "e" + EventTable.MOST);
    }
}
