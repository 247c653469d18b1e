package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListReader;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ObjectWatch;
import ai.hexabase.console.kube.WatchListener;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows one kind of objects in one scope for all who look at it. */
final class Feed<R extends LiveRow> implements AutoCloseable {
    private final LiveScope scope;
    private final Clusters clusters;
    private final Ticker ticker;
    private final List<Consumer<Snapshot<R>>> listeners = new CopyOnWriteArrayList<>();
    private final LiveTable<R> table;
    /** Why parts of it cannot be followed. */
    private final Map<Object, Problem> problems = new LinkedHashMap<>();

    private @Nullable ClusterConnection connection;
    private final ReentrantLock connecting = new ReentrantLock();
    private List<ObjectWatch> watches = List.of();
    /** Counts the connections; what comes of an earlier one is not heard. */
    private int generation;

    private boolean closed;

    Feed(LiveKind<R> kind, LiveScope scope, Clusters clusters, TickerFactory tickers) {
        this.scope = scope;
        this.clusters = clusters;
        this.table = kind.table(scope);
        this.ticker = tickers.create(this::tell);
    }

    /** Makes the coalescing of one feed. */
    interface TickerFactory {
        Ticker create(Runnable action);
    }

    void add(Consumer<Snapshot<R>> listener) {
        listeners.add(listener);
        ticker.soon();
    }

    /** True when nobody listens any more. */
    boolean remove(Consumer<Snapshot<R>> listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    boolean isDeserted() {
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
        watches = table.parts().stream()
                .map(part -> current.watch(part.query(), new Listener<>(part, generation)))
                .toList();
        problems.clear();
        return old;
    }

    /** Something about the cluster changed: its reachability or its connection. */
    void clusterChanged(ClusterId id) {
        if (id.equals(scope.cluster())) {
            Thread.startVirtualThread(this::connect);
            ticker.soon();
        }
    }

    Snapshot<R> snapshot() {
        synchronized (this) {
            return new Snapshot<>(scope, table.rows(), table.isListed(), reachability(), problem());
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

    private synchronized void fail(Problem why) {
        problems.put(this, why);
    }

    private @Nullable Problem problem() {
        return problems.values().stream().findFirst().orElse(null);
    }

    private void note(Part<?> part, @Nullable Problem why) {
        if (why == null) {
            problems.remove(part);
        } else {
            problems.put(part, why);
        }
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

    private final class Listener<V> implements WatchListener {
        private final Part<V> part;
        private final int number;

        Listener(Part<V> part, int number) {
            this.part = part;
            this.number = number;
        }

        @Override
        public ListReader reading() {
            var all = new HashMap<String, V>();
            return new ListReader() {
                @Override
                public void page(List<KubeObject> objects) {
                    table.read(part, objects, all);
                }

                @Override
                public void done() {
                    tellOf(number, () -> table.list(part, all));
                }
            };
        }

        @Override
        public void listed(List<KubeObject> objects) {
            var reader = reading();
            reader.page(objects);
            reader.done();
        }

        @Override
        public void upserted(KubeObject object) {
            change(number, () -> table.put(part, object));
        }

        @Override
        public void removed(ObjectRef ref) {
            change(number, () -> table.remove(part, ref));
        }

        /** Without the other parts the rows only say less. */
        @Override
        public void connected(boolean connected, @Nullable Problem why) {
            if (part.isRows()) {
                tellOf(number, () -> note(part, connected ? null : why));
            }
        }
    }
}
