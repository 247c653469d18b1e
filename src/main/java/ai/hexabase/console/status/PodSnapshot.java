package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a scope as last told by their cluster.
 *
 * @param rows by namespace and name; kept as they were while the cluster cannot be reached
 * @param listed whether they were read at least once
 * @param reachability of the cluster; anything but live means that the rows may be out of date
 * @param problem why nothing can be followed, null when all is well
 */
public record PodSnapshot(
        PodScope scope,
        List<PodRow> rows,
        boolean listed,
        Reachability reachability,
        @Nullable Problem problem) {
    public PodSnapshot {
        rows = List.copyOf(rows);
    }

    public long readyCount() {
        return rows.stream().filter(PodRow::isReady).count();
    }
}
