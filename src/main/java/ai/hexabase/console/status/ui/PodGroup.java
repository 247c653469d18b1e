package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.PodRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Pods that belong together.
 *
 * @param title name of the workload, namespace or node
 * @param kind kind of the workload, empty for other groupings
 */
record PodGroup(String key, String title, String kind, List<PodRow> pods) {
    PodGroup {
        pods = List.copyOf(pods);
    }

    /** Groups in the order of the first pod of each, pods in the given order. */
    static List<PodGroup> of(List<PodRow> rows, PodFilter.Grouping grouping) {
        var groups = new LinkedHashMap<String, List<PodRow>>();
        rows.forEach(row -> groups.computeIfAbsent(key(row, grouping), key -> new ArrayList<>())
                .add(row));
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), grouping))
                .toList();
    }

    private static PodGroup group(String key, List<PodRow> pods, PodFilter.Grouping grouping) {
        var first = pods.getFirst();
        return switch (grouping) {
            case WORKLOAD ->
                new PodGroup(key, first.workload().name(), first.workload().kind(), pods);
            case NAMESPACE -> new PodGroup(key, first.namespace(), "", pods);
            case NODE -> new PodGroup(key, first.node() == null ? "" : first.node(), "", pods);
        };
    }

    private static String key(PodRow row, PodFilter.Grouping grouping) {
        return switch (grouping) {
            case WORKLOAD ->
                row.cluster() + "/" + row.namespace() + "/" + row.workload().kind() + "/"
                        + row.workload().name();
            case NAMESPACE -> row.cluster() + "/" + row.namespace();
            case NODE -> row.cluster() + "/" + row.node();
        };
    }

    long ready() {
        return pods.stream().filter(PodRow::isReady).count();
    }

    long starting() {
        return pods.stream()
                .filter(row -> row.reason().health() == Health.PROGRESSING)
                .count();
    }

    long failing() {
        return pods.stream()
                .filter(row ->
                        row.reason().health() == Health.FAILED || row.reason().health() == Health.WARNING)
                .count();
    }
}
