package ai.hexabase.console.practice;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectWatch;
import ai.hexabase.console.kube.RequestRefused;
import ai.hexabase.console.kube.WatchListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lists, then tells every change in order; lists again when its version is forgotten. */
final class PracticeWatch implements ObjectWatch {
    private static final long RETRY_MILLIS = 500;
    private static final long NEVER = -1;

    private final PracticeCluster cluster;
    private final ListQuery query;
    private final Filter filter;
    private final WatchListener listener;
    private final Runnable permission;
    private final ReentrantLock telling = new ReentrantLock();
    private volatile boolean closed;
    private Runnable afterwards = () -> {};
    private boolean connected;
    private @Nullable Problem told;
    private long known = NEVER;
    private long restarts;

    PracticeWatch(PracticeCluster cluster, ListQuery query, WatchListener listener, Runnable permission) {
        this.cluster = cluster;
        this.query = query;
        this.filter = Filter.of(query);
        this.listener = listener;
        this.permission = permission;
    }

    ObjectWatch start(Runnable onClose) {
        afterwards = onClose;
        Thread.ofVirtual().name("practice-watch").start(this::run);
        return this;
    }

    private void run() {
        while (!closed) {
            try {
                next();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void next() throws InterruptedException {
        var news = await();
        switch (news) {
            case News.Trouble(var problem) -> {
                lost(problem);
                pause();
            }
            case News.All(var objects) -> {
                tell(() -> listener.listed(objects));
                stands();
            }
            case News.Some(var changes) -> {
                stands();
                changes.forEach(this::tell);
            }
        }
    }

    /** What there is to tell. */
    private sealed interface News {
        record Trouble(Problem problem) implements News {}

        record All(List<KubeObject> objects) implements News {}

        record Some(List<Change> changes) implements News {}
    }

    /** Waits until there is something to tell. */
    private News await() throws InterruptedException {
        cluster.lock().lock();
        try {
            while (true) {
                var news = look();
                if (news.isPresent()) {
                    return news.get();
                }
                cluster.changed().await();
                if (closed) {
                    return new News.Some(List.of());
                }
            }
        } finally {
            cluster.lock().unlock();
        }
    }

    private Optional<News> look() {
        var world = cluster.world();
        if (world.has(Trouble.API_SERVER_HANGS)) {
            return Optional.empty();
        }
        if (world.has(Trouble.API_SERVER_GONE)) {
            return Optional.of(new News.Trouble(refused()));
        }
        if (known == NEVER) {
            restarts = cluster.restarts();
        }
        if (restarts != cluster.restarts()) {
            restarts = cluster.restarts();
            return Optional.of(new News.Trouble(Line.failed(cluster, ConnectionFailed.Kind.BROKEN, "connection reset")
                    .problem()));
        }
        try {
            permission.run();
        } catch (RequestRefused denied) {
            return Optional.of(new News.Trouble(denied.problem()));
        }
        return read(world.shelf());
    }

    private Problem refused() {
        return Line.failed(cluster, ConnectionFailed.Kind.REFUSED, "Connection refused (practice trouble)")
                .problem();
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
        return ours.isEmpty() && connected ? Optional.empty() : Optional.of(new News.Some(ours));
    }

    private void tell(Change change) {
        var after = change.after();
        if (after != null && filter.takes(after)) {
            tell(() -> listener.upserted(KubeObject.of(after)));
        } else {
            tell(() -> listener.removed(change.ref()));
        }
    }

    private void stands() {
        if (!connected) {
            connected = true;
            told = null;
            tell(() -> listener.connected(true, null));
        }
    }

    private void lost(Problem problem) {
        if (!problem.equals(told)) {
            told = problem;
            tell(() -> listener.connected(false, problem));
        }
        connected = false;
    }

    private void tell(Runnable news) {
        telling.lock();
        try {
            if (!closed) {
                news.run();
            }
        } finally {
            telling.unlock();
        }
    }

    private void pause() throws InterruptedException {
        cluster.lock().lock();
        try {
            if (!closed) {
                cluster.changed().await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            cluster.lock().unlock();
        }
    }

    @Override
    public void close() {
        telling.lock();
        try {
            closed = true;
        } finally {
            telling.unlock();
        }
        wake();
        afterwards.run();
    }

    private void wake() {
        cluster.lock().lock();
        try {
            cluster.changed().signalAll();
        } finally {
            cluster.lock().unlock();
        }
    }
}
