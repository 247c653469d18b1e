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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
    private final ReentrantLock connecting = new ReentrantLock();
    private List<ObjectWatch> watches = List.of();
    /** Counts the connections; what comes of an earlier one is not heard. */
    private int generation;

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
        connecting.lock();
        try {
            var old = renew(clusters.connection(scope.cluster()));
            // Outside of the monitor: closing waits for a listener, and that may wait for the monitor.
            old.forEach(ObjectWatch::close);
        } catch (ProblemException e) {
            fail(e.problem());
        } finally {
            connecting.unlock();
        }
        ticker.soon();
    }

    /** The watches that are no longer wanted. */
    private synchronized List<ObjectWatch> renew(ClusterConnection current) {
        if (closed || current == connection) {
            return List.of();
        }
        var old = watches;
        connection = current;
        generation++;
        watches = List.of(
                current.watch(ListQuery.of(ResourceKind.POD).in(scope.namespace()), new PodListener(generation)),
                current.watch(ListQuery.of(ResourceKind.NODE), new NodeListener(generation)));
        problem = null;
        return old;
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

    @Override
    public void close() {
        end().forEach(ObjectWatch::close);
        ticker.close();
    }

    private synchronized List<ObjectWatch> end() {
        closed = true;
        generation++;
        return watches;
    }

    /** Changes what is known, if this comes of the connection in use, and has the listeners told when it says so. */
    private void change(int heardBy, BooleanSupplier change) {
        boolean news;
        synchronized (this) {
            news = heardBy == generation && change.getAsBoolean();
        }
        if (news) {
            ticker.soon();
        }
    }

    private void tellOf(int heardBy, Runnable change) {
        change(heardBy, () -> {
            change.run();
            return true;
        });
    }

    private final class PodListener implements WatchListener {
        private final int number;

        PodListener(int number) {
            this.number = number;
        }

        @Override
        public void listed(List<KubeObject> objects) {
            tellOf(number, () -> table.listPods(objects));
        }

        @Override
        public void upserted(KubeObject pod) {
            tellOf(number, () -> table.putPod(pod));
        }

        @Override
        public void removed(ObjectRef ref) {
            tellOf(number, () -> table.removePod(ref));
        }

        @Override
        public void connected(boolean connected, @Nullable Problem why) {
            tellOf(number, () -> problem = connected ? null : why);
        }
    }

    /** Credentials that may not read nodes leave the zones unknown. */
    private final class NodeListener implements WatchListener {
        private final int number;

        NodeListener(int number) {
            this.number = number;
        }

        @Override
        public void listed(List<KubeObject> objects) {
            tellOf(number, () -> table.listNodes(objects));
        }

        /** Nodes change every few seconds, their zones hardly ever. */
        @Override
        public void upserted(KubeObject node) {
            change(number, () -> table.putNode(node));
        }

        @Override
        public void removed(ObjectRef ref) {
            change(number, () -> {
                table.removeNode(ref);
                return false;
            });
        }
    }
}
