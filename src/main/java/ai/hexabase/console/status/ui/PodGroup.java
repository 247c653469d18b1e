package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.PodLinks;
import ai.hexabase.console.status.PodRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Pods that belong together.
 *
 * @param title name of the workload, namespace or node
 * @param kind kind of the workload, empty for other groupings
 * @param logs where the logs of all of them are read together; empty for pods of several namespaces
 */
record PodGroup(String key, String title, String kind, Optional<String> logs, List<PodRow> pods) {
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
                new PodGroup(
                        key,
                        first.workload().name(),
                        first.workload().kind(),
                        Optional.of(PodLinks.logs(first.cluster(), first.namespace(), first.workload())),
                        pods);
            case NAMESPACE ->
                new PodGroup(
                        key,
                        first.namespace(),
                        "",
                        Optional.of(PodLinks.logs(first.cluster(), first.namespace())),
                        pods);
            case NODE -> new PodGroup(key, first.node() == null ? "" : first.node(), "", Optional.empty(), pods);
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
