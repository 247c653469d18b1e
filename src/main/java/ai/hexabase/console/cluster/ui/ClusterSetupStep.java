package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Step 5 of the first-time setup: a cluster to install on. */
@Component
class ClusterSetupStep implements SetupStep {
    static final String ID = "clusters";

    private final Clusters clusters;
    private final Kubeconfigs kubeconfigs;
    private final Clock clock;

    ClusterSetupStep(Clusters clusters, Kubeconfigs kubeconfigs, Clock clock) {
        this.clusters = clusters;
        this.kubeconfigs = kubeconfigs;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public State state() {
        var all = clusters.list();
        if (all.isEmpty()) {
            return new State(Standing.OPEN, found());
        }
        var live =
                all.stream().filter(cluster -> cluster.reachability().isLive()).count();
        return new State(live > 0 ? Standing.DONE : Standing.OPEN, Message.of("setup.clusters.live", live, all.size()));
    }

    private Message found() {
        var contexts = kubeconfigs.onThisMachine().stream()
                .map(Kubeconfigs.Found::config)
                .mapToInt(config -> config == null ? 0 : config.contexts().size())
                .sum();
        return contexts == 0 ? Message.of("setup.clusters.none") : Message.of("setup.clusters.found", contexts);
    }

    @Override
    public SetupPart open(Runnable changed) {
        return new ClusterSetupPart(clusters, kubeconfigs, clock, changed);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return StateChanges.subscribe(clusters, listener);
    }
}
