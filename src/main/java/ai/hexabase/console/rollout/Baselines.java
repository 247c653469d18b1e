package ai.hexabase.console.rollout;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.MissingNode;

/**
 * The baselines: what was rolled out last, and how the cluster differs from that now. Compared by the same dry run that
 * makes plans, so that both say the same; stores nothing on the cluster.
 */
@Service
public class Baselines {
    private final Targets targets;
    private final RolloutStore store;
    private final RolloutHistory history;

    Baselines(Targets targets, RolloutStore store, RolloutHistory history) {
        this.targets = targets;
        this.store = store;
        this.history = history;
    }

    /** Those for which a rollout was finished once. */
    public Set<InstallationId> installations() {
        return history.installationsDone();
    }

    /** The last finished rollout; empty when there was none, or when it took the installation away. */
    public Optional<Rollout> of(InstallationId installation) {
        return history.lastDone(installation).flatMap(store::find).filter(rollout -> !rollout.removal());
    }

    /**
     * Compares all objects, for some seconds. A cluster that cannot be reached is
     * {@link ai.hexabase.console.kube.ConnectionFailed}, one that does not let us look a problem that says so.
     */
    public List<Standing> compare(Rollout baseline) {
        var cluster = targets.connection(baseline.cluster());
        return planner(baseline, cluster).compare(baseline.revision()).entries().stream()
                .map(entry -> standing(cluster, entry))
                .toList();
    }

    /** Compares one object; empty when it neither belongs to the baseline nor claims to. */
    public Optional<Standing> compare(Rollout baseline, ObjectRef object) {
        var cluster = targets.connection(baseline.cluster());
        return planner(baseline, cluster).compare(object).map(entry -> standing(cluster, entry));
    }

    private Planner planner(Rollout baseline, ClusterConnection cluster) {
        return new Planner(cluster, targets.of(baseline.installation(), baseline.revision()));
    }

    private static Standing standing(ClusterConnection cluster, PlanEntry entry) {
        if (entry.action() == Action.UNCHANGED) {
            return new Standing(entry, MissingNode.getInstance());
        }
        return new Standing(
                entry,
                cluster.get(entry.ref())
                        .map(live -> live.at("/metadata/managedFields"))
                        .orElse(MissingNode.getInstance()));
    }

    /** What has to be watched to notice a change of any object, one query per kind and namespace. */
    public Set<ListQuery> watched(Rollout baseline) {
        return targets.of(baseline.installation(), baseline.revision()).refs().stream()
                .map(ref -> ListQuery.of(ref.kind()).in(ref.namespace()))
                .collect(Collectors.toSet());
    }

    /** Changes whenever the object does, other than its status; never made from a secret value. */
    public static String fingerprint(KubeObject object) {
        return Hashes.live(object);
    }
}
