package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.installation.Target;
import ai.hexabase.console.uikit.Background;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the clusters have, each read in its own thread, so that a dead one holds up nobody. */
final class Capacities {
    /** What is known of one cluster. */
    sealed interface Reading {
        /** The answer has not come yet. */
        record Waiting() implements Reading {}

        /** It answered. */
        record Known(Target target) implements Reading {}

        /** It did not, and why. */
        record Unknown(Problem problem) implements Reading {}
    }

    private static final Reading WAITING = new Reading.Waiting();

    private final Clusters clusters;
    private final Runnable listener;
    private final Map<ClusterId, Reading> readings = new ConcurrentHashMap<>();

    /** The listener is called on any thread after each answer. */
    Capacities(Clusters clusters, Runnable listener) {
        this.clusters = clusters;
        this.listener = listener;
    }

    /** What is known now; the first question starts the reading. */
    Reading of(ClusterId id) {
        var known = readings.putIfAbsent(id, WAITING);
        if (known == null) {
            Background.start(() -> read(id));
            return WAITING;
        }
        return known;
    }

    private void read(ClusterId id) {
        try {
            readings.put(id, new Reading.Known(new Target(clusters.capacity(id))));
        } catch (ProblemException e) {
            readings.put(id, new Reading.Unknown(e.problem()));
        }
        listener.run();
    }
}
