package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.LiveKind;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.status.LiveScope;
import ai.hexabase.console.status.Snapshot;
import ai.hexabase.console.uikit.LiveUpdates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Follows the clusters wanted, and no others, and brings to the page what they tell. */
final class LiveWatches<R extends LiveRow> {
    private final LiveKind<R> kind;
    private final LiveObjects objects;
    private final LiveUpdates live;
    private final Consumer<Snapshot<R>> listener;
    private final List<Subscription> open = new ArrayList<>();

    /** @param listener called while the page is held */
    LiveWatches(LiveKind<R> kind, LiveObjects objects, LiveUpdates live, Consumer<Snapshot<R>> listener) {
        this.kind = kind;
        this.objects = objects;
        this.live = live;
        this.listener = listener;
    }

    /** From now on these. */
    void watch(List<ClusterId> clusters) {
        close();
        for (var id : clusters) {
            open.add(objects.watch(kind, LiveScope.all(id), snapshot -> live.run(id, () -> listener.accept(snapshot))));
        }
    }

    void close() {
        open.forEach(Subscription::close);
        open.clear();
    }
}
