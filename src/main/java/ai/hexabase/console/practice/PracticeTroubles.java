package ai.hexabase.console.practice;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Trouble that people make on practice clusters on purpose. */
@Service
public class PracticeTroubles {
    private final PracticeClusters clusters;
    private final ActingPerson person;
    private final Acts acts;

    PracticeTroubles(PracticeClusters clusters, ActingPerson person, Acts acts) {
        this.clusters = clusters;
        this.person = person;
        this.acts = acts;
    }

    /** Those that are on; none on a cluster that is not a practice cluster or not opened yet. */
    public Set<Trouble> of(RegisteredCluster cluster) {
        return clusters.find(cluster.server().getHost())
                .map(PracticeCluster::troubles)
                .orElse(Set.of());
    }

    /** Switches one on or off; it takes effect at once. */
    public void turn(RegisteredCluster cluster, Trouble trouble, boolean on) {
        var act = Act.of("practice.trouble")
                .on("cluster", cluster.id(), cluster.name())
                .with("trouble", trouble)
                .after(Map.of("on", on));
        acts.attempt(act, () -> {
            person.require(Role.ADMIN, cluster.id());
            var practice = clusters.find(cluster.server().getHost())
                    .orElseThrow(() -> new ProblemException(Problem.of("cluster-unknown", cluster.id())));
            acts.together(act, () -> turn(practice, trouble, on));
        });
    }

    private static void turn(PracticeCluster cluster, Trouble trouble, boolean on) {
        if (on) {
            cluster.switchOn(trouble);
        } else {
            cluster.switchOff(trouble);
        }
    }
}
