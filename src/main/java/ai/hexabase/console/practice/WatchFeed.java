package ai.hexabase.console.practice;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.RequestRefused;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for what a watch has to tell; used by one thread. */
final class WatchFeed {
    private static final long NEVER = -1;
    private static final long RETRY_MILLIS = 500;

    private final PracticeCluster cluster;
    private final ListQuery query;
    private final Filter filter;
    private final Runnable permission;
    private volatile boolean closed;
    private boolean broken;
    private long known = NEVER;
    private long restarts;

    WatchFeed(PracticeCluster cluster, ListQuery query, Runnable permission) {
        this.cluster = cluster;
        this.query = query;
        this.filter = Filter.of(query);
        this.permission = permission;
    }

    /** What there is to tell. */
    sealed interface News {
        /** The stream broke, or does not come up again. */
        record Broken(Problem problem) implements News {}

        /** The watch starts over. */
        record All(List<KubeObject> objects) implements News {}

        /** What has changed since; the stream stands. */
        record Some(List<Change> changes) implements News {}
    }

    boolean takes(Change change) {
        return filter.takes(change.after());
    }

    /** Waits until there is something to tell; empty when closed. */
    Optional<News> next() throws InterruptedException {
        cluster.lock().lock();
        try {
            if (broken && !closed) {
                cluster.changed().await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
            while (!closed) {
                var news = look();
                if (news.isPresent()) {
                    broken = news.get() instanceof News.Broken;
                    return news;
                }
                cluster.changed().await();
            }
            return Optional.empty();
        } finally {
            cluster.lock().unlock();
        }
    }

    private Optional<News> look() {
        var world = cluster.world();
        if (world.has(Trouble.API_SERVER_HANGS)) {
            return Optional.empty();
        }
        var failure = Line.failure(cluster);
        if (failure != null) {
            return Optional.of(new News.Broken(failure.problem()));
        }
        if (known != NEVER && restarts != cluster.restarts()) {
            restarts = cluster.restarts();
            var reset = Line.failed(cluster, ConnectionFailed.Kind.BROKEN, "connection reset");
            return Optional.of(new News.Broken(reset.problem()));
        }
        restarts = cluster.restarts();
        try {
            permission.run();
        } catch (RequestRefused denied) {
            return Optional.of(new News.Broken(denied.problem()));
        }
        return read(world.shelf());
    }

    private Optional<News> read(Shelf shelf) {
        var since = known == NEVER ? Optional.<List<Change>>empty() : shelf.since(known);
        known = shelf.version();
        if (since.isEmpty()) {
            return Optional.of(new News.All(
                    Listing.objects(shelf, query).stream().map(KubeObject::of).toList()));
        }
        var ours = since.get().stream()
                .filter(change -> filter.takes(change.before()) || filter.takes(change.after()))
                .toList();
        return ours.isEmpty() && !broken ? Optional.empty() : Optional.of(new News.Some(ours));
    }

    void close() {
        closed = true;
        cluster.lock().lock();
        try {
            cluster.changed().signalAll();
        } finally {
            cluster.lock().unlock();
        }
    }
}
