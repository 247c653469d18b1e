package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Workloads by namespace and name. That the API server refuses their pods is often said only by a ReplicaSet's
 * condition, or by an event where there is no ReplicaSet: both are looked at.
 */
final class WorkloadTable extends LiveTable<WorkloadRow> {
    private static final List<ResourceKind> KINDS =
            List.of(ResourceKind.DEPLOYMENT, ResourceKind.STATEFUL_SET, ResourceKind.DAEMON_SET, ResourceKind.JOB);

    /**
     * The API server did not let a pod in.
     *
     * @param row of the workload
     * @param at when; null where it holds now
     */
    private record Refusal(String row, @Nullable Instant at, PodReason reason) {}

    private final Map<String, Part<WorkloadRow>> workloads = new LinkedHashMap<>();
    private final Part<Refusal> conditions;
    private final Part<Refusal> events;

    WorkloadTable(LiveScope scope) {
        for (var kind : KINDS) {
            workloads.put(
                    kind.kind(),
                    Part.rows(
                            ListQuery.of(kind).in(scope.namespace()),
                            object -> WorkloadRow.of(scope.cluster(), kind, object, pool),
                            row -> row(row.namespace(), row.name(), kind.kind())));
        }
        conditions = Part.about(
                ListQuery.of(ResourceKind.REPLICA_SET).in(scope.namespace()),
                this::ofReplicaSet,
                refusal -> List.of(refusal.row()));
        events = Part.about(
                ListQuery.of(ResourceKind.EVENT).in(scope.namespace()).fields("reason=FailedCreate"),
                this::ofEvent,
                refusal -> List.of(refusal.row()));
    }

    private static String row(String namespace, String name, String kind) {
        return namespace + "/" + name + " " + kind;
    }

    private @Nullable Refusal ofReplicaSet(KubeObject set) {
        var owner = set.text("/metadata/ownerReferences/0/name");
        var refusal = WorkloadWords.refusal(set);
        return owner == null || refusal.isEmpty()
                ? null
                : new Refusal(
                        row(set.text("/metadata/namespace", ""), owner, "Deployment"), null, pool.one(refusal.get()));
    }

    private @Nullable Refusal ofEvent(KubeObject object) {
        var kind = object.text("/involvedObject/kind", "");
        if (!workloads.containsKey(kind)) {
            return null;
        }
        var event = PodEvent.of(object);
        return new Refusal(
                row(object.text("/involvedObject/namespace", ""), object.text("/involvedObject/name", ""), kind),
                event.at(),
                pool.one(WorkloadWords.refusal(event.message())));
    }

    @Override
    List<Part<?>> parts() {
        return Stream.concat(workloads.values().stream(), Stream.of(conditions, events))
                .<Part<?>>map(part -> part)
                .toList();
    }

    @Override
    @Nullable
    WorkloadRow row(String key) {
        var blank = key.lastIndexOf(' ');
        var part = workloads.get(key.substring(blank + 1));
        var row = part == null ? null : part.get(key.substring(0, blank));
        if (row == null) {
            return null;
        }
        return conditions.about(key).stream()
                .findFirst()
                .or(() -> events.about(key).stream()
                        .filter(refusal ->
                                row.counts().isShort() && row.reason().health() == Health.PROGRESSING)
                        .max(Comparator.comparing(refusal -> refusal.at() == null ? Instant.EPOCH : refusal.at())))
                .map(refusal -> row.refused(refusal.reason()))
                .orElse(row);
    }
}
