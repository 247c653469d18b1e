package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.NeededPermissions;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.ClusterCapacity;
import java.util.List;

/** Reads a registered cluster for its screen. */
record ClusterSource(Clusters clusters, ClusterId id) implements ClusterReadings.Source {
    @Override
    public boolean isLive() {
        return clusters.find(id).filter(now -> now.reachability().isLive()).isPresent();
    }

    @Override
    public ClusterCapacity capacity() {
        return clusters.capacity(id);
    }

    @Override
    public List<AccessAnswer> access() {
        return clusters.connection(id).checkAccess(NeededPermissions.questions());
    }
}
