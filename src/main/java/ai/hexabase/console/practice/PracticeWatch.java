package ai.hexabase.console.practice;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectWatch;
import ai.hexabase.console.kube.WatchListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists, then tells every change in order; lists again when its version is forgotten. */
final class PracticeWatch implements ObjectWatch {
    private final WatchFeed feed;
    private final WatchListener listener;
    private final Telling telling = new Telling();
    private Runnable afterwards = () -> {};
    private boolean connected;
    private @Nullable Problem told;

    PracticeWatch(PracticeCluster cluster, ListQuery query, WatchListener listener, Runnable permission) {
        this.feed = new WatchFeed(cluster, query, permission);
        this.listener = listener;
    }

    ObjectWatch start(Runnable onClose) {
        afterwards = onClose;
        Thread.ofVirtual().name("practice-watch").start(this::run);
        return this;
    }

    private void run() {
        try {
            for (var news = feed.next(); news.isPresent(); news = feed.next()) {
                tell(news.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(WatchFeed.News news) {
        switch (news) {
            case WatchFeed.News.Broken(var problem) -> lost(problem);
            case WatchFeed.News.All(var objects) -> {
                telling.tell(() -> list(objects));
                stands();
            }
            case WatchFeed.News.Some(var changes) -> {
                stands();
                changes.forEach(this::tell);
            }
        }
    }

    private void list(List<KubeObject> objects) {
        var reader = listener.reading();
        reader.page(objects);
        reader.done();
    }

    private void tell(Change change) {
        var after = change.after();
        if (after != null && feed.takes(change)) {
            telling.tell(() -> listener.upserted(KubeObject.of(after)));
        } else {
            telling.tell(() -> listener.removed(change.ref()));
        }
    }

    private void stands() {
        if (!connected) {
            connected = true;
            told = null;
            telling.tell(() -> listener.connected(true, null));
        }
    }

    /** The same trouble is told once. */
    private void lost(Problem problem) {
        connected = false;
        if (!problem.equals(told)) {
            told = problem;
            telling.tell(() -> listener.connected(false, problem));
        }
    }

    @Override
    public void close() {
        telling.close();
        feed.close();
        afterwards.run();
    }
}
