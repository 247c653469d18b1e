package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ObjectWatch;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.WatchListener;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows the pods of one scope for all who look at it, and the zones of their nodes. */
final class PodFeed implements AutoCloseable {
    private final PodScope scope;
    private final Clusters clusters;
    private final Ticker ticker;
    private final List<Consumer<PodSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final PodTable table;
    private @Nullable Problem problem;
    private @Nullable ClusterConnection connection;
    private @Nullable ObjectWatch pods;
    private @Nullable ObjectWatch nodes;
    private boolean closed;

    PodFeed(PodScope scope, Clusters clusters, TickerFactory tickers) {
        this.scope = scope;
        this.clusters = clusters;
        this.table = new PodTable(scope.cluster());
        this.ticker = tickers.create(this::tell);
    }

    /** Makes the coalescing of one feed. */
    interface TickerFactory {
        Ticker create(Runnable action);
    }

    void add(Consumer<PodSnapshot> listener) {
        listeners.add(listener);
        ticker.soon();
    }

    /** True when nobody listens any more. */
    boolean remove(Consumer<PodSnapshot> listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    /** Watches by the cluster's current connection; a no-op while that is the one in use. */
    void connect() {
        try {
            var current = clusters.connection(scope.cluster());
            synchronized (this) {
                if (closed || current == connection) {
                    return;
                }
                closeWatches();
                connection = current;
                pods = current.watch(ListQuery.of(ResourceKind.POD).in(scope.namespace()), new PodListener());
                nodes = current.watch(ListQuery.of(ResourceKind.NODE), new NodeListener());
                problem = null;
            }
        } catch (ProblemException e) {
            fail(e.problem());
        }
        ticker.soon();
    }

    /** Something about the cluster changed: its reachability or its connection. */
    void clusterChanged(ClusterId id) {
        if (id.equals(scope.cluster())) {
            Thread.startVirtualThread(this::connect);
            ticker.soon();
        }
    }

    PodSnapshot snapshot() {
        synchronized (this) {
            return new PodSnapshot(scope, table.rows(), table.isListed(), reachability(), problem);
        }
    }

    private Reachability reachability() {
        try {
            return clusters.reachability(scope.cluster());
        } catch (ProblemException gone) {
            return new Reachability.UnknownSince(Instant.EPOCH, gone.problem());
        }
    }

    private void tell() {
        var snapshot = snapshot();
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    private synchronized void fail(@Nullable Problem why) {
        problem = why;
    }

    private synchronized void closeWatches() {
        if (pods != null) {
            pods.close();
        }
        if (nodes != null) {
            nodes.close();
        }
        pods = null;
        nodes = null;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            closeWatches();
        }
        ticker.close();
    }

    /** Changes the table and has the listeners told. */
    private void change(Runnable change) {
        synchronized (this) {
            change.run();
        }
        ticker.soon();
    }

    private final class PodListener implements WatchListener {
        @Override
        public void listed(List<KubeObject> objects) {
            change(() -> table.listPods(objects));
        }

        @Override
        public void upserted(KubeObject pod) {
            change(() -> table.putPod(pod));
        }

        @Override
        public void removed(ObjectRef ref) {
            change(() -> table.removePod(ref));
        }

        @Override
        public void connected(boolean connected, @Nullable Problem why) {
            fail(connected ? null : why);
            ticker.soon();
        }
    }

    /** Credentials that may not read nodes leave the zones unknown. */
    private final class NodeListener implements WatchListener {
        @Override
        public void listed(List<KubeObject> objects) {
            change(() -> table.listNodes(objects));
        }

        /** Nodes change every few seconds, their zones hardly ever. */
        @Override
        public void upserted(KubeObject node) {
            synchronized (PodFeed.this) {
                if (table.putNode(node)) {
                    ticker.soon();
                }
            }
        }

        @Override
        public void removed(ObjectRef ref) {
            synchronized (PodFeed.this) {
                table.removeNode(ref);
            }
        }
    }
}
