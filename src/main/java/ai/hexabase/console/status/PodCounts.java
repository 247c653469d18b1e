package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a workload in numbers.
 *
 * @param wanted how many should work, or for a Job end well
 * @param ready how many do
 * @param updated how many are of the newest version; null for a Job, which has only one
 * @param created how many there are, ready or not
 */
public record PodCounts(int wanted, int ready, @Nullable Integer updated, int created) {
    static PodCounts of(ResourceKind kind, KubeObject object) {
        return switch (kind.kind()) {
            case "Job" -> job(object);
            case "DaemonSet" ->
                new PodCounts(
                        object.number("/status/desiredNumberScheduled", 0),
                        object.number("/status/numberReady", 0),
                        object.number("/status/updatedNumberScheduled", 0),
                        object.number("/status/currentNumberScheduled", 0));
            default ->
                new PodCounts(
                        object.number("/spec/replicas", 1),
                        object.number("/status/readyReplicas", 0),
                        object.number("/status/updatedReplicas", 0),
                        object.number("/status/replicas", 0));
        };
    }

    private static PodCounts job(KubeObject job) {
        var succeeded = job.number("/status/succeeded", 0);
        var wanted = job.number("/spec/completions", job.number("/spec/parallelism", 1));
        return new PodCounts(wanted, succeeded, null, succeeded + job.number("/status/active", 0));
    }

    /** Pods that should be there are not even made. */
    boolean isShort() {
        return created < wanted;
    }
}
