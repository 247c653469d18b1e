package ai.hexabase.console.preflight;

import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks whether what is wanted can stand on a cluster, before anything is changed there. */
@Component
public class Preflights {
    private final Clock clock;

    public Preflights(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks the cluster and decides; a cluster that does not answer is a result, not an exception.
     *
     * @param existing those of the wanted objects that are there already
     */
    public Report check(ClusterConnection cluster, Wanted wanted, List<KubeObject> existing) {
        var demands = PodDemand.of(wanted.objects());
        return decide(wanted, demands, new Observer(cluster, wanted, demands, existing).observe(clock.instant()));
    }

    static Report decide(Wanted wanted, List<PodDemand> demands, Observed observed) {
        var reachable = ReachChecks.reachable(observed);
        if (reachable.result() != Result.PASS) {
            return new Report(observed.asOf(), List.of(reachable));
        }
        return new Report(
                observed.asOf(),
                List.of(
                        reachable,
                        ReachChecks.version(observed),
                        ReachChecks.access(observed),
                        ReachChecks.kinds(observed),
                        ObjectChecks.namespace(observed),
                        ObjectChecks.names(wanted, observed),
                        RoomChecks.capacity(demands, observed),
                        RoomChecks.zones(demands, observed),
                        RoomChecks.storage(wanted.objects(), observed),
                        ObjectChecks.pods(observed),
                        ObjectChecks.quota(wanted, demands, observed)));
    }
}
