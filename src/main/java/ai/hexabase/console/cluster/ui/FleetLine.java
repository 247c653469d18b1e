package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.uikit.FleetSummary;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import org.springframework.stereotype.Component;

/** "9 of 10 clusters live" for the header; practice clusters count only when there are no others. */
@Component
class FleetLine implements FleetSummary {
    private final Clusters clusters;

    FleetLine(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Line now() {
        var all = clusters.list();
        var real = all.stream().filter(cluster -> !cluster.isPractice()).toList();
        if (all.isEmpty()) {
            return new Line(Status.WAITING, "", ClusterLinks.LIST);
        }
        if (real.isEmpty()) {
            return new Line(Status.PRACTICE, Texts.get("cluster.fleet.practice", all.size()), ClusterLinks.LIST);
        }
        var live =
                real.stream().filter(cluster -> cluster.reachability().isLive()).count();
        return new Line(
                live == real.size() ? Status.OK : Status.UNKNOWN,
                Texts.get("cluster.fleet.live", live, real.size()),
                ClusterLinks.LIST);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return clusters.subscribe(id -> listener.run());
    }
}
