package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.DeleteResult;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.StepOutcome.Advanced;
import ai.hexabase.console.rollout.StepOutcome.Done;
import ai.hexabase.console.rollout.StepOutcome.Failed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Does the next piece of taking an installation away: asks for one object to go, or looks whether all of a step have
 * gone. Like {@link Pieces}, doing a piece twice gives the same result as doing it once.
 */
record RemovalPieces(Plan plan, Removal removal, Target target, ClusterConnection cluster, Step step) {
    StepOutcome next() {
        if (step.phase() == Phase.VERIFY) {
            return nothingLeft();
        }
        var entries = Pieces.entries(plan, step.phase());
        return step.applied() < entries.size() ? remove(entries.get(step.applied())) : untilGone(entries);
    }

    private StepOutcome remove(PlanEntry entry) {
        var live = ours(entry);
        if (entry.ref().kind().equals(ResourceKind.DATABASE_CLUSTER)) {
            return new DatabaseFarewell(cluster, entry.ref(), live, target.object(entry.ref())).next();
        }
        if (live.isEmpty()) {
            var there = cluster.get(entry.ref()).isPresent();
            return advanced(there ? "rollout.event.foreign" : "rollout.event.absent", entry);
        }
        return entry.ref().kind().equals(ResourceKind.NAMESPACE)
                ? emptyNamespace(entry, live.get())
                : delete(entry, live.get());
    }

    /** The object of the plan; empty when it is gone, or another one stands under its name. */
    private Optional<KubeObject> ours(PlanEntry entry) {
        var uid = plan.fingerprint().live().get(entry.key());
        return cluster.get(entry.ref())
                .filter(live -> Objects.toString(live.uid(), "").equals(uid));
    }

    private StepOutcome emptyNamespace(PlanEntry entry, KubeObject live) {
        var mine = plan.entries().stream().map(PlanEntry::ref).collect(Collectors.toSet());
        var other = new Belongings(cluster, target, plan.installation()).somebodyElses(mine);
        return other.<StepOutcome>map(ref -> new Failed(Problem.of("removal-namespace-in-use", live.name(), ref)))
                .orElseGet(() -> delete(entry, live));
    }

    private StepOutcome delete(PlanEntry entry, KubeObject live) {
        if (live.text("/metadata/deletionTimestamp") != null) {
            return advanced("rollout.removal.event.going", entry);
        }
        var options = new DeleteOptions(DeleteOptions.Propagation.BACKGROUND, false, live.uid());
        return switch (cluster.delete(entry.ref(), options)) {
            case DeleteResult.Deleted _ -> advanced("rollout.event.deleted", entry);
            case DeleteResult.Absent _ -> advanced("rollout.event.absent", entry);
            case DeleteResult.Refused refused ->
                Refusals.outcome(
                        entry.ref(), refused.refusal(), refused.refusal().message());
        };
    }

    private static StepOutcome advanced(String key, PlanEntry entry) {
        return new Advanced("delete", Message.of(key, entry.ref()), null);
    }

    private StepOutcome untilGone(List<PlanEntry> entries) {
        return entries.stream()
                .flatMap(entry -> ours(entry).stream())
                .findFirst()
                .<StepOutcome>map(live -> Hanging.wait(cluster, live))
                .orElseGet(() -> new Done(StepWords.summary(entries)));
    }

    /** Looks once more for everything, also for what came since the plan was made. */
    private StepOutcome nothingLeft() {
        var found = new Belongings(cluster, target, plan.installation()).find(removal.deletesVolumes());
        if (found.goes().isEmpty()) {
            var kept = found.removal().volumesKept().size();
            return new Done(Message.of("rollout.removal.done.verified", kept));
        }
        var first = found.goes().getFirst();
        return first.text("/metadata/deletionTimestamp") != null
                ? Hanging.wait(cluster, first)
                : new Failed(Problem.of(
                        "removal-left-over", first.ref(), found.goes().size()));
    }
}
