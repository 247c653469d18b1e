package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.ClusterConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The registered clusters. */
public interface Clusters {
    /** All clusters by name, with their reachability right now. */
    List<RegisteredCluster> list();

    Optional<RegisteredCluster> find(ClusterId id);

    /** The cluster; an unknown one is problem {@code cluster-unknown}. */
    RegisteredCluster get(ClusterId id);

    /** The one shared connection to the cluster; do not close it, ask again for each use. */
    ClusterConnection connection(ClusterId id);

    /** What the cluster has, at most half a minute old; a cluster that cannot be read gives ConnectionFailed. */
    ClusterCapacity capacity(ClusterId id);

    Reachability reachability(ClusterId id);

    /** Calls {@code listener} with each change of reachability or registration, off the caller's thread, until closed. */
    Subscription subscribe(Consumer<ClusterId> listener);

    /** A running subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
