package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.util.function.Consumer;

/** Keeps from people what they do not see of a cluster. */
final class Seen {
    private Seen() {}

    static boolean by(Clusters clusters, LiveRow row) {
        return clusters.sight(row.cluster()).includes(row.namespace());
    }

    /** What is not seen is problem {@code cluster-unknown}. */
    static void require(Clusters clusters, LiveRow row) {
        if (!by(clusters, row)) {
            throw new ProblemException(Problem.of("cluster-unknown", row.cluster()));
        }
    }

    /** Tells what the person who asks now sees of it. */
    static <R extends LiveRow> Consumer<Snapshot<R>> only(
            Clusters clusters, LiveScope scope, Consumer<Snapshot<R>> listener) {
        var sight = clusters.sight(scope.cluster());
        return sight.whole()
                ? listener
                : snapshot -> listener.accept(snapshot.with(snapshot.rows().stream()
                        .filter(row -> sight.includes(row.namespace()))
                        .toList()));
    }
}
