package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Clusters;
import java.util.concurrent.ConcurrentHashMap;

/** Tells only when a cluster's name or state changes, not at every probe: whole screens are built anew each time. */
final class StateChanges {
    private StateChanges() {}

    static AutoCloseable subscribe(Clusters clusters, Runnable listener) {
        var known = new ConcurrentHashMap<Object, String>();
        return clusters.subscribe(id -> {
            var state = clusters.find(id)
                    .map(cluster -> cluster.reachability().getClass().getSimpleName() + cluster.name())
                    .orElse("gone");
            if (!state.equals(known.put(id, state))) {
                listener.run();
            }
        });
    }
}
