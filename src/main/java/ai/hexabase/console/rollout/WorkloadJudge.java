package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.rollout.StepOutcome.Done;
import ai.hexabase.console.rollout.StepOutcome.Failed;
import ai.hexabase.console.rollout.StepOutcome.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges what the cluster tells about a workload; pure. */
final class WorkloadJudge {
    private WorkloadJudge() {}

    /**
     * A Deployment or StatefulSet.
     *
     * <ol>
     *   <li>its controller has not seen the newest version: wait
     *   <li>its pods are kept out (quota, pod security): wait a little, then fail with the condition's words
     *   <li>it made no progress for too long: fail
     *   <li>all wanted pods are of the newest version and available: done
     *   <li>else wait, and say what the pods suffer from
     * </ol>
     */
    static StepOutcome workload(KubeObject workload, List<KubeObject> pods) {
        var name = workload.name();
        var wanted = workload.number("/spec/replicas", 1);
        if (workload.number("/status/observedGeneration", 0) < workload.number("/metadata/generation", 0)) {
            return new Wait(Message.of("rollout.wait.controller", name));
        }
        var progress = Look.condition(workload, "Progressing");
        var stuck = progress.filter(
                condition -> !condition.holds() && condition.reason().equals("ProgressDeadlineExceeded"));
        var keptOut = Look.condition(workload, "ReplicaFailure").filter(Look.KubeCondition::holds);
        if (keptOut.isPresent()) {
            var problem =
                    Problem.of("rollout-kept-out", name).saying(keptOut.get().words());
            return stuck.isPresent() ? new Failed(problem) : replicas(workload).because(keptOut(problem));
        }
        if (stuck.isPresent()) {
            return new Failed(
                    Problem.of("rollout-no-progress", name).saying(stuck.get().words()));
        }
        if (available(workload, wanted)) {
            return new Done(Message.of("rollout.done.available", name, wanted));
        }
        var wait = replicas(workload);
        return PodJudge.trouble(name, pods).map(wait::because).orElse(wait);
    }

    private static boolean available(KubeObject workload, int wanted) {
        var updated = workload.number("/status/updatedReplicas", 0);
        // A StatefulSet has no availableReplicas before Kubernetes 1.22 and counts them the same since.
        var available = workload.number("/status/availableReplicas", 0);
        return updated >= wanted && available >= wanted && workload.number("/status/replicas", 0) <= updated;
    }

    private static Wait replicas(KubeObject workload) {
        var wanted = workload.number("/spec/replicas", 1);
        var updated = workload.number("/status/updatedReplicas", 0);
        var available = Math.min(updated, workload.number("/status/availableReplicas", 0));
        return new Wait(Message.of("rollout.wait.replicas", workload.name(), available, wanted));
    }

    private static Trouble keptOut(Problem problem) {
        return new Trouble(problem, Waiting.KEPT_OUT);
    }

    private static Trouble keptOut(String name, KeptOut refusal) {
        var problem = Problem.of("rollout-kept-out", name).saying(refusal.words());
        return new Trouble(problem, Waiting.KEPT_OUT, refusal.seen());
    }

    /** @param keptOut pods the cluster did not let in, else null */
    static StepOutcome job(KubeObject job, List<KubeObject> pods, @Nullable KeptOut keptOut) {
        if (Look.condition(job, "Complete").filter(Look.KubeCondition::holds).isPresent()) {
            return new Done(Message.of("rollout.done.job", job.name()));
        }
        var failed = Look.condition(job, "Failed").filter(Look.KubeCondition::holds);
        if (failed.isPresent()) {
            var words = failed.get().reason() + ": " + failed.get().message();
            return new Failed(Problem.of("rollout-job-failed", job.name()).saying(words));
        }
        var wait = new Wait(Message.of("rollout.wait.job", job.name()));
        if (keptOut != null && pods.isEmpty()) {
            return wait.because(keptOut(job.name(), keptOut));
        }
        return PodJudge.trouble(job.name(), pods).map(wait::because).orElse(wait);
    }

    /** A CloudNativePG Cluster. */
    static StepOutcome database(KubeObject database, List<KubeObject> pods, @Nullable KeptOut keptOut) {
        var wanted = database.number("/spec/instances", 1);
        var ready = database.number("/status/readyInstances", 0);
        var healthy = Look.condition(database, "Ready");
        if (ready >= wanted && healthy.filter(Look.KubeCondition::holds).isPresent()) {
            return new Done(Message.of("rollout.done.database", database.name(), ready, wanted));
        }
        var wait = new Wait(Message.of("rollout.wait.database", database.name(), ready, wanted))
                .saying(databaseWords(database));
        if (keptOut != null && pods.size() < wanted) {
            return wait.because(keptOut(database.name(), keptOut));
        }
        return PodJudge.trouble(database.name(), pods).map(wait::because).orElse(wait);
    }

    private static @Nullable String databaseWords(KubeObject database) {
        var phase = database.text("/status/phase");
        var reason = database.text("/status/phaseReason");
        return reason == null || reason.isEmpty() ? phase : phase + ": " + reason;
    }

    /** Anything the console knows how to wait for, by one look at the cluster. */
    static StepOutcome look(Look look, KubeObject wanted) {
        var live = look.at(wanted.ref());
        if (live.isEmpty()) {
            return new Failed(Problem.of("rollout-object-gone", wanted.ref()));
        }
        var object = live.get();
        var namespace = wanted.namespace();
        var name = wanted.name();
        if (wanted.kind().equals(ResourceKind.JOB)) {
            var pods = look.pods(namespace, java.util.Map.of("batch.kubernetes.io/job-name", name));
            return job(object, pods, pods.isEmpty() ? look.keptOut(object).orElse(null) : null);
        }
        if (wanted.kind().equals(ResourceKind.DATABASE_CLUSTER)) {
            var pods = look.pods(namespace, java.util.Map.of("cnpg.io/cluster", name));
            return database(object, pods, look.keptOut(wanted.ref()).orElse(null));
        }
        var pods = look.pods(namespace, Look.texts(object, "/spec/selector/matchLabels"));
        var outcome = workload(object, pods);
        return wanted.kind().equals(ResourceKind.STATEFUL_SET) && pods.size() < object.number("/spec/replicas", 1)
                ? orKeptOut(look, object, outcome)
                : outcome;
    }

    /** A StatefulSet has no condition for pods that are kept out, only events tell. */
    private static StepOutcome orKeptOut(Look look, KubeObject set, StepOutcome outcome) {
        return outcome instanceof Wait wait
                ? look.keptOut(set)
                        .<StepOutcome>map(refusal -> wait.because(keptOut(set.name(), refusal)))
                        .orElse(outcome)
                : outcome;
    }
}
