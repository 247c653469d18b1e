package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.uikit.CapacityBar;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.ToLongFunction;

/** The nodes of a cluster with what they have and what is requested. */
final class NodesPanel extends Panel {
    NodesPanel(ClusterCapacity capacity) {
        super(Texts.get("cluster.nodes"));
        addClassName("hx-nodes");
        count(capacity.nodes().size());
        facts(new FreshnessChip().asOf(capacity.asOf()));
        var sums = new Div(cpu(capacity.nodes()), memory(capacity.nodes()));
        sums.addClassName("hx-sums");
        padded(sums);
        add(new NodeGrid(capacity.nodes()));
    }

    private static CapacityBar cpu(List<ClusterCapacity.Node> nodes) {
        var has = sum(nodes, ClusterCapacity.Node::cpuMillis) / 1000.0;
        var used = sum(nodes, ClusterCapacity.Node::requestedCpuMillis) / 1000.0;
        return new CapacityBar(Texts.get("cluster.nodes.cpu"))
                .set(
                        List.of(new CapacityBar.Part(CapacityBar.Kind.IN_USE, used)),
                        has,
                        Texts.get("cluster.nodes.cpu-sum", Formats.cores(used), Formats.cores(has)));
    }

    private static CapacityBar memory(List<ClusterCapacity.Node> nodes) {
        var has = sum(nodes, ClusterCapacity.Node::memoryBytes);
        var used = sum(nodes, ClusterCapacity.Node::requestedMemoryBytes);
        return new CapacityBar(Texts.get("cluster.nodes.memory"))
                .set(
                        List.of(new CapacityBar.Part(CapacityBar.Kind.IN_USE, used)),
                        has,
                        Texts.get("cluster.nodes.memory-sum", Formats.bytes(used), Formats.bytes(has)));
    }

    private static long sum(List<ClusterCapacity.Node> nodes, ToLongFunction<ClusterCapacity.Node> amount) {
        return nodes.stream()
                .filter(ClusterCapacity.Node::ready)
                .mapToLong(amount)
                .sum();
    }
}
