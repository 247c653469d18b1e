package ai.hexabase.console.rollout;

import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.kube.RealAccess;
import ai.hexabase.console.manifest.Names;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Rollouts on a real API server that is registered before each test and emptied after it. */
abstract class RolloutsOnRealCluster extends ConsoleRollouts {
    FleetCluster cluster;
    ClusterId clusterId;

    @BeforeEach
    void register(FleetCluster real) {
        cluster = real;
        clusterId = clusters.register(unique("real"), Site.UNKNOWN, RealAccess.to(real))
                .id();
    }

    @AfterEach
    void empty() {
        rollouts.list().stream()
                .filter(rollout -> !rollout.state().isOver())
                .forEach(rollout -> rollouts.cancel(rollout.id()));
        cluster.resetNamespaces();
        cluster.tryKubectl("delete", "clusterroles,clusterrolebindings", "-l", Names.INSTALLATION_LABEL);
    }
}
