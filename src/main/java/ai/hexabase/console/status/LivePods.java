package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Pods as they are right now; a cluster is only watched while somebody looks. */
@Component
public class LivePods implements DisposableBean {
    private static final Duration WINDOW = Duration.ofMillis(150);

    private final Clusters clusters;
    private final Clock time;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-pods").factory());
    private final Map<PodScope, PodFeed> feeds = new HashMap<>();
    private final Subscription changes;

    LivePods(Clusters clusters, Clock time) {
        this.clusters = clusters;
        this.time = time;
        this.changes = clusters.subscribe(this::clusterChanged);
    }

    /**
     * Sends a first snapshot soon and another after each change, at most one per {@code WINDOW}, until closed; on any
     * thread, never two at a time. All who watch the same scope share one watch of the API server.
     */
    public Subscription watch(PodScope scope, Consumer<PodSnapshot> listener) {
        PodFeed feed;
        synchronized (feeds) {
            feed = feeds.computeIfAbsent(
                    scope, key -> new PodFeed(key, clusters, action -> new Ticker(clock, WINDOW, action)));
            feed.add(listener);
        }
        Thread.startVirtualThread(feed::connect);
        return () -> leave(scope, feed, listener);
    }

    private void leave(PodScope scope, PodFeed feed, Consumer<PodSnapshot> listener) {
        synchronized (feeds) {
            if (!feed.remove(listener)) {
                return;
            }
            feeds.remove(scope, feed);
        }
        feed.close();
    }

    private void clusterChanged(ClusterId id) {
        List<PodFeed> concerned;
        synchronized (feeds) {
            concerned = List.copyOf(feeds.values());
        }
        concerned.forEach(feed -> feed.clusterChanged(id));
    }

    /** One pod with its containers as it is now; empty when it is gone. */
    public Optional<PodDetails> details(PodRow row) {
        return clusters.connection(row.cluster()).get(ref(row)).map(PodDetails::of);
    }

    /** The pod's events, newest first, as they come, until closed. */
    public Subscription events(PodRow row, Consumer<List<PodEvent>> listener) {
        var query = ListQuery.of(ResourceKind.EVENT)
                .in(row.namespace())
                .fields("involvedObject.kind=Pod,involvedObject.name=" + row.name());
        var watch = clusters.connection(row.cluster()).watch(query, new EventDiary(row.uid(), listener));
        return watch::close;
    }

    /** The log of one container, line by line, until closed. */
    public Subscription log(PodRow row, LogOptions options, LogListener listener) {
        var stream = clusters.connection(row.cluster()).logs(ref(row), options, listener);
        return stream::close;
    }

    /** The logs of several pods at once, as lines are written, until closed. */
    public ManyLogs logs(LogWish wish, LogAudience audience) {
        return new ManyLogs(this, wish, audience, time).start();
    }

    /** All pods of a scope, read once; for those who need them now and not live. */
    public List<PodRow> read(PodScope scope) {
        var connection = clusters.connection(scope.cluster());
        return connection.listAll(ListQuery.of(ResourceKind.POD).in(scope.namespace())).stream()
                .map((KubeObject pod) -> PodRow.of(scope.cluster(), pod, null))
                .toList();
    }

    private static ObjectRef ref(PodRow row) {
        return ResourceKind.POD.named(row.namespace(), row.name());
    }

    @Override
    public void destroy() {
        changes.close();
        synchronized (feeds) {
            feeds.values().forEach(PodFeed::close);
            feeds.clear();
        }
        clock.shutdownNow();
    }
}
