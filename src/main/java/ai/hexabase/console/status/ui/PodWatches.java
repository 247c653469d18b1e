package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodScope;
import ai.hexabase.console.status.PodSnapshot;
import ai.hexabase.console.uikit.LiveUpdates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Follows the pods of the clusters wanted, and of no others, and brings them to the page. */
final class PodWatches {
    private final LivePods pods;
    private final LiveUpdates live;
    private final Consumer<PodSnapshot> listener;
    private final List<Subscription> open = new ArrayList<>();

    /** @param listener called while the page is held */
    PodWatches(LivePods pods, LiveUpdates live, Consumer<PodSnapshot> listener) {
        this.pods = pods;
        this.live = live;
        this.listener = listener;
    }

    /** From now on these. */
    void watch(List<ClusterId> clusters) {
        close();
        for (var id : clusters) {
            open.add(pods.watch(PodScope.all(id), snapshot -> live.run(id, () -> listener.accept(snapshot))));
        }
    }

    void close() {
        open.forEach(Subscription::close);
        open.clear();
    }
}
