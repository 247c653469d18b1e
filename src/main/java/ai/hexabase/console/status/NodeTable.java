package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.PodDemand;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes of one cluster by name, with what the pods on them request. */
final class NodeTable extends LiveTable<NodeRow> {
    private static final NodeRow.Resources NOTHING = new NodeRow.Resources(0, 0, 0);

    private record Load(String node, NodeRow.Resources requests) {}

    private final Part<NodeRow> nodes;
    private final Part<Load> pods;

    NodeTable(LiveScope scope) {
        nodes = Part.rows(ListQuery.of(ResourceKind.NODE), node -> NodeRow.of(scope.cluster(), node), NodeRow::name);
        pods = Part.about(
                ListQuery.of(ResourceKind.POD).fields("spec.nodeName!=,status.phase!=Succeeded,status.phase!=Failed"),
                this::load,
                load -> List.of(load.node()));
    }

    private @Nullable Load load(KubeObject pod) {
        var node = pod.text("/spec/nodeName");
        if (node == null) {
            return null;
        }
        var demand = PodDemand.of(pod);
        return pool.one(
                new Load(pool.one(node), pool.one(new NodeRow.Resources(demand.cpuMillis(), demand.memoryBytes(), 1))));
    }

    @Override
    List<Part<?>> parts() {
        return List.of(nodes, pods);
    }

    @Override
    @Nullable
    NodeRow row(String key) {
        var node = nodes.get(key);
        if (node == null || !pods.isListed()) {
            return node;
        }
        return node.requesting(pods.about(key).stream().map(Load::requests).reduce(NOTHING, NodeRow.Resources::plus));
    }
}
