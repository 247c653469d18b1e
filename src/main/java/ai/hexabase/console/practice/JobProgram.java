package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Runs each Job's pods until enough of them have succeeded. */
final class JobProgram implements Simulation {
    private static final String BY = "job-controller";

    private final World world;
    private final ApiServer server;
    private final Events events;
    private final PodMaking pods;

    JobProgram(World world, ApiServer server, Events events) {
        this.world = world;
        this.server = server;
        this.events = events;
        this.pods = new PodMaking(world, server, events, BY);
    }

    @Override
    public void step() {
        for (var job : world.shelf().all(ResourceKind.JOB)) {
            if (isFinished(job)) {
                expire(job);
            } else if (!Meta.deleting(job) && !Trees.flag(job, "/spec/suspend")) {
                run(job);
            }
        }
    }

    private static boolean isFinished(ObjectNode job) {
        return Conditions.isTrue(job, "Complete") || Conditions.isTrue(job, "Failed");
    }

    private void run(ObjectNode job) {
        var all = pods.podsOf(job);
        int succeeded = count(all, "Succeeded");
        int failed = count(all, "Failed");
        var active = all.stream().filter(PodState::active).toList();
        int completions = Trees.number(job, "/spec/completions", 1);
        if (failed > Trees.number(job, "/spec/backoffLimit", 6)) {
            finish(job, active, "Failed", "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        } else if (isLate(job)) {
            finish(job, active, "Failed", "DeadlineExceeded", "Job was active longer than specified deadline");
        } else if (succeeded >= completions) {
            finish(job, active, "Complete", "CompletionsReached", "Reached expected number of succeeded pods");
        } else {
            int parallel = Math.min(Trees.number(job, "/spec/parallelism", 1), completions - succeeded);
            if (active.size() < parallel && pods.mayTry(job)) {
                pods.make(job, Meta.name(job) + "-" + world.dice().letters(5), Map.of());
            }
        }
        status(job);
    }

    private boolean isLate(ObjectNode job) {
        int most = Trees.number(job, "/spec/activeDeadlineSeconds", 0);
        return most > 0
                && Meta.instant(job, "/status/startTime")
                        .filter(started -> world.past(started, Duration.ofSeconds(most)))
                        .isPresent();
    }

    private void finish(ObjectNode job, List<ObjectNode> active, String condition, String reason, String message) {
        active.forEach(pod -> pods.delete(job, pod));
        server.changeStatus(Meta.ref(job), BY, next -> {
            var criteria = condition.equals("Complete") ? "SuccessCriteriaMet" : "FailureTarget";
            for (var type : List.of(criteria, condition)) {
                Conditions.set(next, type, true, reason, message, world.time());
            }
            if (condition.equals("Complete")) {
                next.withObject("/status").put("completionTime", world.time());
            }
        });
        if (condition.equals("Complete")) {
            events.normal(job, BY, "Completed", "Job completed");
        } else {
            events.warning(job, BY, reason, message);
        }
    }

    private void status(ObjectNode job) {
        var all = pods.podsOf(job);
        var active = all.stream().filter(PodState::active).toList();
        server.changeStatus(Meta.ref(job), BY, next -> {
            var status = next.withObject("/status");
            Trees.putIfAbsent(status, "startTime", world.time());
            ReplicaSetProgram.count(status, "active", active.size());
            ReplicaSetProgram.count(status, "succeeded", count(all, "Succeeded"));
            ReplicaSetProgram.count(status, "failed", count(all, "Failed"));
            status.put("ready", (int) active.stream().filter(PodState::ready).count());
            status.withObject("/uncountedTerminatedPods");
        });
    }

    private static int count(List<ObjectNode> pods, String phase) {
        return (int)
                pods.stream().filter(pod -> PodState.phase(pod).equals(phase)).count();
    }

    private void expire(ObjectNode job) {
        var seconds = Optional.of(job.at("/spec/ttlSecondsAfterFinished")).filter(ttl -> ttl.isNumber());
        seconds.flatMap(ttl -> Meta.instant(job, "/status/completionTime")
                        .filter(done -> world.past(done, Duration.ofSeconds(ttl.asInt(0)))))
                .ifPresent(due -> new Deletion(world).delete(job));
    }
}
