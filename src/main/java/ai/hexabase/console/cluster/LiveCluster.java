package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.Timeouts;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the console holds open for one registered cluster: a connection, the probe, the last capacity. */
final class LiveCluster implements AutoCloseable {
    private static final Duration CAPACITY_FRESH = Duration.ofSeconds(30);

    private final StoredCluster cluster;
    private final Doors doors;
    private final Clock clock;
    private final Probe probe;
    private final Object capacityReading = new Object();
    private @Nullable ClusterConnection connection;
    private @Nullable ClusterConnection probing;
    private boolean closed;
    private volatile @Nullable ClusterCapacity capacity;

    LiveCluster(StoredCluster cluster, Doors doors, Clock clock, Runnable onAnswer) {
        this.cluster = cluster;
        this.doors = doors;
        this.clock = clock;
        this.probe = new Probe(this::probing, clock, onAnswer);
    }

    LiveCluster start() {
        probe.start(cluster.name());
        return this;
    }

    /** Whether this is what the registry holds. */
    boolean isFor(StoredCluster stored) {
        return cluster.isSameAs(stored);
    }

    Reachability reachability() {
        return probe.reachability();
    }

    synchronized ClusterConnection connection() {
        requireOpen();
        if (connection == null) {
            connection = doors.open(cluster, Timeouts.DEFAULT);
        }
        return connection;
    }

    private synchronized ClusterConnection probing() {
        requireOpen();
        if (probing == null) {
            probing = doors.open(cluster, Doors.PROBE);
        }
        return probing;
    }

    private void requireOpen() {
        if (closed) {
            throw new ProblemException(Problem.of("cluster-unknown", cluster.id()));
        }
    }

    ClusterCapacity capacity() {
        synchronized (capacityReading) {
            var known = capacity;
            if (known != null
                    && Duration.between(known.asOf(), clock.instant()).abs().compareTo(CAPACITY_FRESH) < 0) {
                return known;
            }
            var read = connection().capacity();
            capacity = read;
            return read;
        }
    }

    @Override
    public void close() {
        probe.close();
        synchronized (this) {
            closed = true;
            if (connection != null) {
                connection.close();
            }
            if (probing != null) {
                probing.close();
            }
        }
    }
}
