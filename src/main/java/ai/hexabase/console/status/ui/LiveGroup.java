package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.LiveRow;
import java.util.List;

/**
 * Rows that belong together, with their sums.
 *
 * @param grouping key of what they are put together by
 * @param title what they have in common; empty when they lack it
 * @param kind of that, empty when the title says enough
 */
record LiveGroup<R extends LiveRow>(
        String key, String grouping, String title, String kind, List<R> rows, int ready, int starting, int failing) {
    static <R extends LiveRow> LiveGroup<R> of(String key, String grouping, String title, String kind, List<R> rows) {
        var ready = 0;
        var starting = 0;
        var failing = 0;
        for (var row : rows) {
            var health = row.reason().health();
            ready += row.isReady() ? 1 : 0;
            starting += health == Health.PROGRESSING ? 1 : 0;
            failing += health == Health.FAILED || health == Health.WARNING ? 1 : 0;
        }
        return new LiveGroup<>(key, grouping, title, kind, rows, ready, starting, failing);
    }

    boolean hasSameSums(LiveGroup<R> other) {
        return ready == other.ready && starting == other.starting && failing == other.failing;
    }
}
