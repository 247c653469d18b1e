package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.ResourceKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What the nodes have and what the pods on them ask for. */
record Capacity(World world) {
    static final String ZONE = "topology.kubernetes.io/zone";

    ClusterCapacity read() {
        var pods = world.shelf().all(ResourceKind.POD).stream()
                .filter(pod -> !PodState.ended(pod))
                .toList();
        var nodes = world.shelf().all(ResourceKind.NODE).stream()
                .map(node -> node(node, on(node, pods)))
                .toList();
        return new ClusterCapacity(nodes, world.clock().instant());
    }

    static List<ObjectNode> on(ObjectNode node, List<ObjectNode> pods) {
        return pods.stream()
                .filter(pod -> PodState.node(pod).equals(Meta.name(node)))
                .toList();
    }

    private static ClusterCapacity.Node node(ObjectNode node, List<ObjectNode> pods) {
        var labels = Meta.labels(node);
        return new ClusterCapacity.Node(
                Meta.name(node),
                labels.get(ZONE),
                Conditions.isTrue(node, "Ready"),
                schedulable(node),
                millis(allocatable(node, "cpu")),
                units(allocatable(node, "memory")),
                units(allocatable(node, "pods")),
                millis(requested(pods, "cpu")),
                units(requested(pods, "memory")),
                pods.size(),
                labels);
    }

    static boolean schedulable(ObjectNode node) {
        return !Trees.flag(node, "/spec/unschedulable")
                && Trees.each(node.at("/spec/taints"))
                        .noneMatch(taint -> List.of("NoSchedule", "NoExecute").contains(Trees.text(taint, "/effect")));
    }

    static BigDecimal allocatable(ObjectNode node, String resource) {
        return Amounts.of(node.at("/status/allocatable/" + resource));
    }

    static BigDecimal requested(List<ObjectNode> pods, String resource) {
        return pods.stream()
                .map(pod -> PodRequest.request(pod.path("spec"), resource))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long millis(BigDecimal cores) {
        return units(cores.movePointRight(3));
    }

    private static long units(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.CEILING).longValue();
    }
}
