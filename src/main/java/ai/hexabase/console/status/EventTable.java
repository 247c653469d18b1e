package ai.hexabase.console.status;

import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest events of one cluster; a busy one writes more in an hour than anybody could hold or read. */
final class EventTable extends LiveTable<EventRow> {
    static final int MOST = 5_000;

    private static final Comparator<EventRow> OLDEST_FIRST =
            Comparator.comparing(row -> row.createdAt() == null ? Instant.EPOCH : row.createdAt());

    private final Part<EventRow> events;

    EventTable(LiveScope scope) {
        events = Part.rows(
                        ListQuery.of(ResourceKind.EVENT).in(scope.namespace()),
                        object -> EventRow.of(scope.cluster(), object, pool),
                        row -> Part.key(row.ref()))
                .atMost(MOST, OLDEST_FIRST);
    }

    @Override
    List<Part<?>> parts() {
        return List.of(events);
    }

    @Override
    @Nullable
    EventRow row(String key) {
        return events.get(key);
    }
}
