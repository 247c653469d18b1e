package ai.hexabase.console.practice;

import ai.hexabase.console.cluster.PracticeDoor;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ClusterConnection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets the registry of clusters open practice clusters. */
@Component
class PracticeDoors implements PracticeDoor {
    private final PracticeClusters clusters;

    PracticeDoors(PracticeClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public List<String> shapes() {
        return clusters.sites().stream().map(PracticeSite::name).toList();
    }

    @Override
    public ClusterConnection open(String name, String shape) {
        var site = PracticeSite.named(shape)
                .orElseThrow(() -> new ProblemException(Problem.of("cluster-practice-shape-unknown", shape)));
        return clusters.open(name, site);
    }

    @Override
    public void remove(String name) {
        clusters.remove(name);
    }
}
