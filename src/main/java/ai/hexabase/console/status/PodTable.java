package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pods of one cluster by namespace and name, with the zones of their nodes; guarded by the feed that fills it. */
final class PodTable {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private final ClusterId cluster;
    private final Map<String, PodRow> rows = new TreeMap<>();
    private final Map<String, String> zones = new TreeMap<>();
    private boolean listed;

    PodTable(ClusterId cluster) {
        this.cluster = cluster;
    }

    List<PodRow> rows() {
        return List.copyOf(rows.values());
    }

    /** Whether the pods have been read at all. */
    boolean isListed() {
        return listed;
    }

    void listPods(List<KubeObject> pods) {
        rows.clear();
        pods.forEach(this::putPod);
        listed = true;
    }

    void putPod(KubeObject pod) {
        rows.put(key(pod.ref()), PodRow.of(cluster, pod, zone(pod.text("/spec/nodeName"))));
    }

    void removePod(ObjectRef pod) {
        rows.remove(key(pod));
    }

    private static String key(ObjectRef pod) {
        return pod.namespace() + "/" + pod.name();
    }

    void listNodes(List<KubeObject> nodes) {
        zones.clear();
        nodes.forEach(this::keep);
        rows.replaceAll((key, row) -> row.inZone(zone(row.node())));
    }

    /** True when the node is in another zone than before. */
    boolean putNode(KubeObject node) {
        var before = zone(node.name());
        keep(node);
        var after = zone(node.name());
        if (Objects.equals(before, after)) {
            return false;
        }
        rows.replaceAll((key, row) -> node.name().equals(row.node()) ? row.inZone(after) : row);
        return true;
    }

    void removeNode(ObjectRef node) {
        zones.remove(node.name());
    }

    private void keep(KubeObject node) {
        var zone = node.labels().get(ZONE);
        if (zone == null) {
            zones.remove(node.name());
        } else {
            zones.put(node.name(), zone);
        }
    }

    private @Nullable String zone(@Nullable String node) {
        return node == null ? null : zones.get(node);
    }
}
