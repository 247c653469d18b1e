package ai.hexabase.console.kube;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster has, node by node.
 *
 * @param asOf when it was read
 */
public record ClusterCapacity(List<Node> nodes, Instant asOf) {
    /**
     * One node.
     *
     * @param zone label {@code topology.kubernetes.io/zone}, null when not set
     * @param ready condition Ready is True
     * @param schedulable not cordoned and without a NoSchedule or NoExecute taint
     * @param cpuMillis allocatable CPU in thousandths of a core
     * @param memoryBytes allocatable memory in bytes
     * @param podSlots allocatable pods
     * @param requestedCpuMillis CPU requested by pods on it that have not ended
     * @param requestedMemoryBytes memory requested by those pods, in bytes
     * @param runningPods pods on it that have not ended
     */
    public record Node(
            String name,
            @Nullable String zone,
            boolean ready,
            boolean schedulable,
            long cpuMillis,
            long memoryBytes,
            long podSlots,
            long requestedCpuMillis,
            long requestedMemoryBytes,
            long runningPods,
            Map<String, String> labels) {
        public Node {
            labels = Map.copyOf(labels);
        }
    }

    public ClusterCapacity {
        nodes = List.copyOf(nodes);
    }

    /** The nodes that take new pods. */
    public List<Node> usable() {
        return nodes.stream().filter(node -> node.ready() && node.schedulable()).toList();
    }

    /** Names of the zones that those stand in, sorted. */
    public List<String> usableZones() {
        return usable().stream()
                .map(Node::zone)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
