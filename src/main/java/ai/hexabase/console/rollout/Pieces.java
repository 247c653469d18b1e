package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.DeleteResult;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.StepOutcome.Advanced;
import ai.hexabase.console.rollout.StepOutcome.Done;
import ai.hexabase.console.rollout.StepOutcome.Failed;
import ai.hexabase.console.rollout.StepOutcome.Wait;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Does the next piece of a step: one object applied or deleted, or one look at what is waited for. Doing a piece twice
 * gives the same result as doing it once.
 */
record Pieces(Plan plan, Target target, ClusterConnection cluster, Step step, java.time.Instant now) {
    StepOutcome next() {
        if (step.phase() == Phase.VERIFY) {
            var verified = new Verification(look(), target.objects()).verify();
            return verified instanceof Done && step.applied() < entries().size() ? carryOut(nextEntry()) : verified;
        }
        if (step.phase() == Phase.INITIALISE
                && step.applied() == 0
                && !entries().isEmpty()) {
            var clear = withoutFailedJob();
            if (clear != null) {
                return clear;
            }
        }
        return step.applied() < entries().size() ? carryOut(nextEntry()) : afterwards();
    }

    static List<PlanEntry> entries(Plan plan, Phase phase) {
        return plan.entries().stream().filter(entry -> entry.phase() == phase).toList();
    }

    private List<PlanEntry> entries() {
        return entries(plan, step.phase());
    }

    private PlanEntry nextEntry() {
        return entries().get(step.applied());
    }

    private Look look() {
        return new Look(cluster, step.startedAt() == null ? now : step.startedAt());
    }

    private StepOutcome carryOut(PlanEntry entry) {
        if (entry.action() == Action.DELETE) {
            return delete(entry);
        }
        return target.object(entry.ref())
                .map(object -> entry.replacement() == null ? apply(entry, object) : replace(entry, object))
                .orElseGet(() -> new Failed(Problem.of("rollout-render-changed")));
    }

    /** Only while it is still ours: somebody may have put another object under the name since the plan was made. */
    private StepOutcome delete(PlanEntry entry) {
        var live = cluster.get(entry.ref());
        if (live.isEmpty()) {
            return deleted("rollout.event.absent", entry);
        }
        if (!live.get().labels().entrySet().containsAll(target.memberLabels().entrySet())) {
            return deleted("rollout.event.foreign", entry);
        }
        var options = new DeleteOptions(
                DeleteOptions.Propagation.BACKGROUND, false, live.get().uid());
        return switch (cluster.delete(entry.ref(), options)) {
            case DeleteResult.Deleted _ -> deleted("rollout.event.deleted", entry);
            case DeleteResult.Absent _ -> deleted("rollout.event.absent", entry);
            case DeleteResult.Refused refused ->
                Refusals.outcome(
                        entry.ref(), refused.refusal(), refused.refusal().message());
        };
    }

    private static StepOutcome deleted(String key, PlanEntry entry) {
        return new Advanced("delete", Message.of(key, entry.ref()), null);
    }

    /** Whoever stands there with another uid is the successor already, so this may be done again at any point. */
    private StepOutcome replace(PlanEntry entry, KubeObject rendered) {
        var replacement = Objects.requireNonNull(entry.replacement());
        var live = cluster.get(entry.ref()).filter(found -> replacement.uid().equals(found.uid()));
        if (live.isEmpty()) {
            return apply(entry, rendered);
        }
        if (live.get().text("/metadata/deletionTimestamp") == null) {
            var options = new DeleteOptions(replacement.propagation(), false, replacement.uid());
            if (cluster.delete(entry.ref(), options) instanceof DeleteResult.Refused refused) {
                return Refusals.outcome(
                        entry.ref(), refused.refusal(), refused.refusal().message());
            }
            if (cluster.get(entry.ref()).isEmpty()) {
                return apply(entry, rendered);
            }
        }
        return new Wait(Message.of("rollout.wait.replaced", entry.ref()));
    }

    private StepOutcome apply(PlanEntry entry, KubeObject rendered) {
        var object = Effective.of(rendered, entry, plan.decisions()).object();
        return switch (applied(entry, object)) {
            case ApplyResult.Applied applied ->
                new Advanced(
                        "apply",
                        applied(entry),
                        applied.warnings().isEmpty() ? null : String.join("\n", applied.warnings()));
            case ApplyResult.Conflicted conflicted -> conflict(entry, conflicted);
            case ApplyResult.Refused refused ->
                Refusals.outcome(
                        entry.ref(),
                        refused.refusal(),
                        Cleaned.withoutSecrets(refused.refusal().message(), rendered));
        };
    }

    /** Takes over what was decided and nothing else: a conflict that came since the plan was made stays one. */
    private ApplyResult applied(PlanEntry entry, KubeObject object) {
        var result = cluster.apply(object, ApplyOptions.REAL);
        var adopted = plan.isAdopted(entry.ref());
        return result instanceof ApplyResult.Conflicted conflicted
                        && conflicted.conflicts().stream()
                                .allMatch(each -> adopted || plan.decision(entry.claim(each)) == Decision.TAKE_OVER)
                ? cluster.apply(object, ApplyOptions.REAL.forced())
                : result;
    }

    private Message applied(PlanEntry entry) {
        return plan.adoption(entry.ref())
                .filter(Adoption::isAdopted)
                .map(adoption -> Message.of(
                        "rollout.event.adopted",
                        entry.ref(),
                        Objects.toString(adoption.by(), ""),
                        adoption.owner().kind(),
                        adoption.owner().name()))
                .orElseGet(() -> Message.of(
                        entry.replacement() == null ? "rollout.event.applied" : "rollout.event.replaced", entry.ref()));
    }

    private static StepOutcome conflict(PlanEntry entry, ApplyResult.Conflicted conflicted) {
        var first = conflicted.conflicts().getFirst();
        return new Failed(Problem.of("rollout-conflict", entry.ref(), first.field(), first.manager())
                .saying(first.message()));
    }

    /** A Job that failed in an earlier attempt cannot run again; it makes room for a new one of the same name. */
    private @Nullable StepOutcome withoutFailedJob() {
        for (var entry : entries()) {
            if (!entry.ref().kind().equals(ResourceKind.JOB)) {
                continue;
            }
            var job = cluster.get(entry.ref());
            if (job.isEmpty()) {
                continue;
            }
            var ending = job.get().text("/metadata/deletionTimestamp") != null;
            if (!ending
                    && Look.condition(job.get(), "Failed")
                            .filter(Look.KubeCondition::holds)
                            .isPresent()) {
                cluster.delete(entry.ref(), DeleteOptions.BACKGROUND);
                ending = true;
            }
            if (ending) {
                return new Wait(Message.of("rollout.wait.old-job", entry.ref().name()));
            }
        }
        return null;
    }

    private StepOutcome afterwards() {
        return switch (step.phase()) {
            case NAMESPACE -> namespace();
            case DATABASE -> until(objects(ResourceKind.DATABASE_CLUSTER));
            case WAIT_AVAILABLE ->
                until(target.objects().stream()
                        .filter(object -> Verification.isWorkload(object.kind()))
                        .toList());
            case INITIALISE -> until(objects(ResourceKind.JOB));
            case RBAC, SECRETS, CONFIGMAPS, STORAGE, CONTROL_PLANE, NETWORKING, VERIFY ->
                new Done(StepWords.summary(entries()));
        };
    }

    private List<KubeObject> objects(ResourceKind kind) {
        return target.rendered().stream()
                .filter(each ->
                        each.phase() == step.phase() && each.object().kind().equals(kind))
                .map(each -> each.object())
                .toList();
    }

    private StepOutcome namespace() {
        for (var object : objects(ResourceKind.NAMESPACE)) {
            var phase = cluster.get(object.ref())
                    .map(live -> live.text("/status/phase", "Active"))
                    .orElse("");
            if (!phase.equals("Active")) {
                return new Wait(Message.of("rollout.wait.namespace", object.name())).saying(phase);
            }
        }
        return new Done(StepWords.summary(entries()));
    }

    /** Done when all are; else the first that is not says what is waited for. */
    private StepOutcome until(List<KubeObject> wanted) {
        StepOutcome last = new Done(StepWords.summary(entries()));
        for (var object : wanted) {
            last = new SecondTry(cluster, step).fair(object.ref(), WorkloadJudge.look(look(), object));
            if (!(last instanceof Done)) {
                return last;
            }
        }
        return last;
    }
}
