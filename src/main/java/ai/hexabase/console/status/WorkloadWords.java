package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says in plain words how a workload is doing, as far as the object itself tells. */
final class WorkloadWords {
    private WorkloadWords() {}

    static PodReason explain(ResourceKind kind, KubeObject object, PodCounts counts) {
        if (object.text("/metadata/deletionTimestamp") != null) {
            return say(Health.WAITING, "leaving", null);
        }
        return refusal(object).orElseGet(() -> switch (kind.kind()) {
            case "Job" -> job(object, counts);
            case "Deployment" -> deployment(object, counts);
            default -> set(object, counts);
        });
    }

    /** Deployments and ReplicaSets note it when their pods are not let in; the others only write an event. */
    static Optional<PodReason> refusal(KubeObject object) {
        return holds(object, "ReplicaFailure")
                .map(condition -> refusal(condition.path("message").asString("")));
    }

    /** Why the API server did not let a pod in, by its own words. */
    static PodReason refusal(String message) {
        return PodReason.of(Health.FAILED, EventWords.keptOut(message), message);
    }

    private static PodReason deployment(KubeObject object, PodCounts counts) {
        if (object.at("/spec/paused").asBoolean(false)) {
            return say(Health.WAITING, "paused", null);
        }
        var progressing = PodWords.condition(object, "Progressing");
        if (progressing != null
                && "ProgressDeadlineExceeded".equals(progressing.path("reason").asString(""))) {
            return say(Health.FAILED, "stuck", progressing.path("message").asString(""));
        }
        if (counts.wanted() > 0 && counts.ready() == 0 && counts.updated() != null && counts.updated() > 0) {
            return starting(object, counts);
        }
        return set(object, counts);
    }

    /** Nothing works yet; once it did, that is trouble. */
    private static PodReason starting(KubeObject object, PodCounts counts) {
        var available = PodWords.condition(object, "Available");
        return available != null && hasChanged(available, object)
                ? say(Health.WARNING, "none-ready", available.path("message").asString(""), counts.wanted())
                : say(Health.PROGRESSING, "starting", null, counts.ready(), counts.wanted());
    }

    /** It is not as it was when the object was made. */
    private static boolean hasChanged(JsonNode condition, KubeObject object) {
        return "False".equals(condition.path("status").asString(""))
                && !condition
                        .path("lastTransitionTime")
                        .asString("")
                        .equals(object.text("/metadata/creationTimestamp", ""));
    }

    private static PodReason set(KubeObject object, PodCounts counts) {
        if (counts.wanted() == 0) {
            return say(Health.WAITING, "stopped", null);
        }
        if (object.number("/metadata/generation", 0) > object.number("/status/observedGeneration", 0)) {
            return say(Health.PROGRESSING, "noticed-soon", null);
        }
        var updated = counts.updated() == null ? counts.wanted() : counts.updated();
        if (updated < counts.wanted() && counts.created() >= counts.wanted()) {
            return say(Health.PROGRESSING, "updating", null, updated, counts.wanted());
        }
        return counts.ready() < counts.wanted()
                ? say(Health.PROGRESSING, "starting", null, counts.ready(), counts.wanted())
                : say(Health.OK, "as-wanted", null);
    }

    private static PodReason job(KubeObject job, PodCounts counts) {
        var failed = holds(job, "Failed");
        if (failed.isPresent()) {
            var reason = failed.get().path("reason").asString("");
            return say(
                    Health.FAILED,
                    switch (reason) {
                        case "BackoffLimitExceeded" -> "job-gave-up";
                        case "DeadlineExceeded" -> "job-too-long";
                        default -> "job-failed";
                    },
                    PodWords.words(reason, failed.get().path("message").asString("")),
                    job.number("/status/failed", 0));
        }
        if (holds(job, "Complete").isPresent()) {
            return say(Health.OK, "job-done", null);
        }
        if (job.at("/spec/suspend").asBoolean(false)) {
            return say(Health.WAITING, "paused", null);
        }
        var failures = job.number("/status/failed", 0);
        return failures > 0
                ? say(Health.WARNING, "job-retries", null, failures)
                : say(Health.PROGRESSING, "job-runs", null, counts.ready(), counts.wanted());
    }

    private static Optional<JsonNode> holds(KubeObject object, String type) {
        return Optional.ofNullable(PodWords.condition(object, type))
                .filter(condition -> "True".equals(condition.path("status").asString("")));
    }

    private static PodReason say(Health health, String key, @Nullable String words, Object... args) {
        return PodReason.say(health, "status.workload." + key, words, args);
    }
}
