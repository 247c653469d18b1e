package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.news.ChangeListener;
import ai.hexabase.console.news.Changes;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps one {@link LiveCluster} per registered cluster and tells listeners what they notice. */
@Component
class LiveClusters implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(LiveClusters.class);

    private final ClusterStore store;
    private final Doors doors;
    private final Clock clock;
    private final Changes.Subscription changes;
    private final ConcurrentHashMap<ClusterId, LiveCluster> open = new ConcurrentHashMap<>();
    private final List<Consumer<ClusterId>> listeners = new CopyOnWriteArrayList<>();

    LiveClusters(ClusterStore store, Doors doors, Changes changes, Clock clock) {
        this.store = store;
        this.doors = doors;
        this.clock = clock;
        this.changes = changes.subscribe("cluster", new OtherConsoles());
    }

    @EventListener(ApplicationReadyEvent.class)
    void startAll() {
        store.list().forEach(this::get);
    }

    LiveCluster get(ClusterId id) {
        var known = open.get(id);
        return known != null
                ? known
                : get(store.find(id).orElseThrow(() -> new ProblemException(Problem.of("cluster-unknown", id))));
    }

    LiveCluster get(StoredCluster cluster) {
        return open.computeIfAbsent(cluster.id(), id -> new LiveCluster(cluster, doors, clock, () -> tell(id)).start());
    }

    /** Closes what is held for the cluster; the next use opens it anew. */
    void reopen(ClusterId id) {
        close(id);
        store.find(id).ifPresent(this::get);
        tell(id);
    }

    void forget(ClusterId id) {
        close(id);
        tell(id);
    }

    /** Holds for the cluster what the registry says now, whoever changed it. */
    private void reconcile(ClusterId id) {
        var stored = store.find(id);
        var held = open.get(id);
        if (held != null && stored.filter(held::isFor).isEmpty() && open.remove(id, held)) {
            held.close();
        }
        stored.ifPresent(this::getUnlessRemoved);
        tell(id);
    }

    /** It may have been removed since it was read, and what was closed by that must not stay open anew. */
    private void getUnlessRemoved(StoredCluster cluster) {
        get(cluster);
        if (store.find(cluster.id()).isEmpty()) {
            close(cluster.id());
        }
    }

    private void reconcileAll() {
        // Before the registry is read: what is held by then and not in it has been removed.
        var odd = new HashSet<>(open.keySet());
        for (var stored : store.list()) {
            var held = open.get(stored.id());
            if (held != null && held.isFor(stored)) {
                odd.remove(stored.id());
            } else {
                odd.add(stored.id());
            }
        }
        odd.forEach(this::reconcile);
    }

    /** What another console did to the registry. */
    private final class OtherConsoles implements ChangeListener {
        @Override
        public void changed(UUID id) {
            Thread.startVirtualThread(() -> reconcile(new ClusterId(id)));
        }

        @Override
        public void anything() {
            Thread.startVirtualThread(LiveClusters.this::reconcileAll);
        }
    }

    private void close(ClusterId id) {
        var gone = open.remove(id);
        if (gone != null) {
            gone.close();
        }
    }

    Clusters.Subscription subscribe(Consumer<ClusterId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(ClusterId id) {
        listeners.forEach(listener -> tell(listener, id));
    }

    /** A listener that fails keeps neither the others nor the one who changed something from going on. */
    private static void tell(Consumer<ClusterId> listener, ClusterId id) {
        try {
            listener.accept(id);
        } catch (RuntimeException bug) {
            log.error("A listener of clusters failed", bug);
        }
    }

    @Override
    public void destroy() {
        changes.close();
        open.values().forEach(LiveCluster::close);
        open.clear();
    }
}
