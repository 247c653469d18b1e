package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Quantities;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as the list shows it.
 *
 * @param kubelet its version, such as {@code v1.36.3}
 * @param taints as people write them, such as {@code dedicated=db:NoSchedule}
 * @param allocatable what pods may request of it
 * @param requested what those on it that have not ended do request; null while the pods are not known
 */
public record NodeRow(
        ClusterId cluster,
        String name,
        String uid,
        String version,
        @Nullable Instant createdAt,
        String kubelet,
        @Nullable String zone,
        List<String> taints,
        Resources allocatable,
        @Nullable Resources requested,
        PodReason reason)
        implements LiveRow {
    /**
     * Amounts of what nodes have.
     *
     * @param cpuMillis thousandths of a core
     * @param memoryBytes bytes
     */
    public record Resources(long cpuMillis, long memoryBytes, long pods) {
        Resources plus(Resources more) {
            return new Resources(cpuMillis + more.cpuMillis, memoryBytes + more.memoryBytes, pods + more.pods);
        }
    }

    public NodeRow {
        taints = List.copyOf(taints);
    }

    static NodeRow of(ClusterId cluster, KubeObject node) {
        return new NodeRow(
                cluster,
                node.name(),
                node.text("/metadata/uid", ""),
                node.text("/metadata/resourceVersion", ""),
                PodRow.instant(node.text("/metadata/creationTimestamp")),
                node.text("/status/nodeInfo/kubeletVersion", ""),
                node.labels().get("topology.kubernetes.io/zone"),
                taints(node),
                new Resources(
                        Quantities.millis(node.text("/status/allocatable/cpu")),
                        Quantities.units(node.text("/status/allocatable/memory")),
                        Quantities.units(node.text("/status/allocatable/pods"))),
                null,
                NodeWords.explain(node));
    }

    private static List<String> taints(KubeObject node) {
        var taints = new ArrayList<String>();
        for (var taint : node.at("/spec/taints")) {
            var value = taint.path("value").asString("");
            taints.add(taint.path("key").asString("") + (value.isEmpty() ? "" : "=" + value) + ":"
                    + taint.path("effect").asString(""));
        }
        return taints;
    }

    NodeRow requesting(Resources sum) {
        return new NodeRow(cluster, name, uid, version, createdAt, kubelet, zone, taints, allocatable, sum, reason);
    }

    @Override
    public @Nullable String namespace() {
        return null;
    }

    @Override
    public boolean isReady() {
        return switch (reason.health()) {
            case OK, WARNING, WAITING -> true;
            case PROGRESSING, FAILED, UNKNOWN -> false;
        };
    }

    @Override
    public ObjectRef ref() {
        return ResourceKind.NODE.named(name);
    }
}
