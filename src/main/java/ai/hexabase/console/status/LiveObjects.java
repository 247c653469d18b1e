package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Clusters as they are right now; one is only watched while somebody looks, and a little longer. */
@Component
public class LiveObjects implements DisposableBean {
    /** Short, since each page gathers again what it shows. */
    private static final Duration WINDOW = Duration.ofMillis(10);
    /** Whoever reloads the page or looks at something else for a moment finds the list as it was left. */
    private static final Duration LINGERS = Duration.ofSeconds(30);

    private record Key(LiveKind<?> kind, LiveScope scope) {}

    private final Clusters clusters;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-objects").factory());
    private final Map<Key, Feed<?>> feeds = new HashMap<>();
    private final Subscription changes;

    LiveObjects(Clusters clusters) {
        this.clusters = clusters;
        this.changes = clusters.subscribe(this::clusterChanged);
    }

    /**
     * Sends a first snapshot soon and another after each change, at most one per {@code WINDOW}, until closed; on any
     * thread, never two at a time. All who watch the same share one watch of the API server and its rows; each is told what they see.
     */
    public <R extends LiveRow> Subscription watch(LiveKind<R> kind, LiveScope scope, Consumer<Snapshot<R>> listener) {
        var key = new Key(kind, scope);
        var hearing = Seen.only(clusters, scope, listener);
        Feed<R> feed;
        synchronized (feeds) {
            feed = feed(key, kind);
            feed.add(hearing);
        }
        Thread.startVirtualThread(feed::connect);
        return () -> {
            if (feed.remove(hearing)) {
                clock.schedule(() -> leave(key, feed), LINGERS.toMillis(), TimeUnit.MILLISECONDS);
            }
        };
    }

    /** Feeds are kept by their kind, so this one has its rows. */
    @SuppressWarnings("unchecked")
    private <R extends LiveRow> Feed<R> feed(Key key, LiveKind<R> kind) {
        return (Feed<R>) feeds.computeIfAbsent(
                key, each -> new Feed<>(kind, key.scope(), clusters, action -> new Ticker(clock, WINDOW, action)));
    }

    private void leave(Key key, Feed<?> feed) {
        synchronized (feeds) {
            if (!feed.isDeserted() || !feeds.remove(key, feed)) {
                return;
            }
        }
        Thread.startVirtualThread(feed::close);
    }

    private void clusterChanged(ClusterId id) {
        List<Feed<?>> concerned;
        synchronized (feeds) {
            concerned = List.copyOf(feeds.values());
        }
        concerned.forEach(feed -> feed.clusterChanged(id));
    }

    /** The whole object as it is now; empty when it is gone. */
    public Optional<ObjectDetails> details(LiveRow row) {
        return Seen.by(clusters, row)
                ? clusters.connection(row.cluster()).get(row.ref()).map(ObjectDetails::of)
                : Optional.empty();
    }

    /** The object's events, newest first, as they come, until closed. */
    public Subscription events(LiveRow row, Consumer<List<PodEvent>> listener) {
        Seen.require(clusters, row);
        var ref = row.ref();
        var query = ListQuery.of(ResourceKind.EVENT)
                .in(ref.namespace())
                .fields("involvedObject.kind=" + ref.kind().kind() + ",involvedObject.name=" + row.name());
        // Some who write about nodes give the name where the uid belongs.
        var uid = row instanceof NodeRow ? "" : row.uid();
        var watch = clusters.connection(row.cluster()).watch(query, new EventDiary(uid, listener));
        return watch::close;
    }

    @Override
    public void destroy() {
        changes.close();
        synchronized (feeds) {
            feeds.values().forEach(Feed::close);
            feeds.clear();
        }
        clock.shutdownNow();
    }
}
