package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pods of one cluster by namespace and name, with the zones of their nodes. */
final class PodTable extends LiveTable<PodRow> {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private record Zone(String node, String name) {}

    private final Part<PodRow> pods;
    /** Credentials that may not read nodes leave the zones unknown. */
    private final Part<Zone> zones;

    PodTable(LiveScope scope) {
        pods = Part.rows(
                ListQuery.of(ResourceKind.POD).in(scope.namespace()),
                pod -> PodRow.of(scope.cluster(), pod, null, pool),
                row -> Part.key(row.ref()));
        zones = Part.lookedUp(ListQuery.of(ResourceKind.NODE), PodTable::zone, zone -> on(zone.node()));
    }

    private static @Nullable Zone zone(KubeObject node) {
        var zone = node.labels().get(ZONE);
        return zone == null ? null : new Zone(node.name(), zone);
    }

    private List<String> on(String node) {
        return pods.all().stream()
                .filter(pod -> node.equals(pod.node()))
                .map(pod -> Part.key(pod.ref()))
                .toList();
    }

    @Override
    List<Part<?>> parts() {
        return List.of(pods, zones);
    }

    @Override
    @Nullable
    PodRow row(String key) {
        var pod = pods.get(key);
        if (pod == null || pod.node() == null) {
            return pod;
        }
        var zone = zones.get(pod.node());
        return zone == null ? pod : pod.inZone(zone.name());
    }
}
