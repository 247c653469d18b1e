package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.kube.ClusterCapacity.Node;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;

/** Nodes side by side, each with what is requested of what it has. */
final class NodeGrid extends Grid<Node> {
    private static final int MOST_ROWS_IN_FULL = 20;

    NodeGrid(List<Node> nodes) {
        Layouts.dense(this);
        setSelectionMode(SelectionMode.NONE);
        column(addColumn(Node::name), "name").setFlexGrow(1);
        column(addComponentColumn(NodeGrid::state), "state");
        column(addColumn(node -> node.zone() == null ? "" : node.zone()), "zone");
        number("cpu", NodeGrid::cpu);
        number("memory", NodeGrid::memory);
        number("pods", NodeGrid::pods);
        setItems(nodes);
        setAllRowsVisible(nodes.size() <= MOST_ROWS_IN_FULL);
    }

    private static Column<Node> column(Column<Node> column, String key) {
        return column.setHeader(Texts.get("cluster.nodes." + key)).setAutoWidth(true);
    }

    private void number(String key, ValueProvider<Node, String> words) {
        column(addColumn(words), key).setTextAlign(ColumnTextAlign.END);
    }

    private static StatusLabel state(Node node) {
        if (!node.ready()) {
            return new StatusLabel(Status.FAILED, Texts.get("cluster.nodes.not-ready"));
        }
        return node.schedulable()
                ? new StatusLabel(Status.OK, Texts.get("cluster.nodes.ready"))
                : new StatusLabel(Status.HELD, Texts.get("cluster.nodes.closed"));
    }

    private static String cpu(Node node) {
        return of(Formats.cores(node.requestedCpuMillis() / 1000.0), Formats.cores(node.cpuMillis() / 1000.0));
    }

    private static String memory(Node node) {
        return of(Formats.bytes(node.requestedMemoryBytes()), Formats.bytes(node.memoryBytes()));
    }

    private static String pods(Node node) {
        return of(Formats.number(node.runningPods(), 0), Formats.number(node.podSlots(), 0));
    }

    private static String of(String requested, String there) {
        return Texts.get("cluster.nodes.of", requested, there);
    }
}
