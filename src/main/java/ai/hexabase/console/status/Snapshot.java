package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a scope as last told by its cluster; shared by all who look at it.
 *
 * @param rows by namespace and name; kept as they were while the cluster cannot be reached. A row that has not changed
 *     is the same object as in the snapshot before.
 * @param listed whether they were read at least once
 * @param reachability of the cluster; anything but live means that the rows may be out of date
 * @param problem why nothing can be followed, null when all is well
 */
public record Snapshot<R extends LiveRow>(
        LiveScope scope,
        List<R> rows,
        boolean listed,
        Reachability reachability,
        @Nullable Problem problem) {
    public Snapshot {
        rows = List.copyOf(rows);
    }

    /** The same with other rows. */
    Snapshot<R> with(List<R> others) {
        return new Snapshot<>(scope, others, listed, reachability, problem);
    }
}
