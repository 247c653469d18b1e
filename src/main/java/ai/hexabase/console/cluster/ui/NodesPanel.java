package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.uikit.CapacityBar;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
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
        add(grid(capacity.nodes()));
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

    private static Grid<ClusterCapacity.Node> grid(List<ClusterCapacity.Node> nodes) {
        var grid = Layouts.dense(new Grid<ClusterCapacity.Node>());
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(ClusterCapacity.Node::name)
                .setHeader(Texts.get("cluster.nodes.name"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.addComponentColumn(NodesPanel::state)
                .setHeader(Texts.get("cluster.nodes.state"))
                .setAutoWidth(true);
        grid.addColumn(node -> node.zone() == null ? "" : node.zone())
                .setHeader(Texts.get("cluster.nodes.zone"))
                .setAutoWidth(true);
        number(
                grid,
                "cluster.nodes.cpu",
                node -> Texts.get(
                        "cluster.nodes.of",
                        Formats.cores(node.requestedCpuMillis() / 1000.0),
                        Formats.cores(node.cpuMillis() / 1000.0)));
        number(
                grid,
                "cluster.nodes.memory",
                node -> Texts.get(
                        "cluster.nodes.of",
                        Formats.bytes(node.requestedMemoryBytes()),
                        Formats.bytes(node.memoryBytes())));
        number(
                grid,
                "cluster.nodes.pods",
                node -> Texts.get(
                        "cluster.nodes.of", Formats.number(node.runningPods(), 0), Formats.number(node.podSlots(), 0)));
        grid.setItems(nodes);
        grid.setAllRowsVisible(nodes.size() <= 20);
        return grid;
    }

    private static void number(
            Grid<ClusterCapacity.Node> grid, String key, ValueProvider<ClusterCapacity.Node, String> words) {
        grid.addColumn(words)
                .setHeader(Texts.get(key))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private static StatusLabel state(ClusterCapacity.Node node) {
        if (!node.ready()) {
            return new StatusLabel(Status.FAILED, Texts.get("cluster.nodes.not-ready"));
        }
        return node.schedulable()
                ? new StatusLabel(Status.OK, Texts.get("cluster.nodes.ready"))
                : new StatusLabel(Status.HELD, Texts.get("cluster.nodes.closed"));
    }
}
