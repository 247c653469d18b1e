package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.Removals;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.Rollouts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the review of a removal asks of installations, plans and rollouts. */
@Component
class RemovalModel {
    private final Installations installations;
    private final Clusters clusters;
    private final Removals removals;
    private final Rollouts rollouts;
    private final Clock clock;

    RemovalModel(Installations installations, Clusters clusters, Removals removals, Rollouts rollouts, Clock clock) {
        this.installations = installations;
        this.clusters = clusters;
        this.removals = removals;
        this.rollouts = rollouts;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Installation> installation(InstallationId id) {
        return installations.find(id);
    }

    String clusterName(ClusterId id) {
        return clusters.find(id).map(RegisteredCluster::name).orElse(id.toString());
    }

    Optional<Plan> latest(InstallationId installation, ClusterId cluster) {
        return removals.latest(installation, cluster);
    }

    Plan make(InstallationId installation, ClusterId cluster, boolean deleteVolumes) {
        return removals.make(installation, cluster, deleteVolumes);
    }

    RolloutId start(Plan plan) {
        return rollouts.start(plan.id());
    }

    /** A rollout of this installation that is under way, or stopped. */
    Optional<Rollout> unfinished(InstallationId installation) {
        return rollouts.latest(installation).filter(rollout -> !rollout.state().isOver());
    }

    AutoCloseable subscribeToRollouts(Runnable listener) {
        return rollouts.subscribe(listener);
    }
}
