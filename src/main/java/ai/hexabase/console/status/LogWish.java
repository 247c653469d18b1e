package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose logs are wanted together: pods of one namespace. Pods that fit and appear later belong to them as well.
 *
 * @param workload only pods of this one; null for any
 * @param pods only pods of these names; empty for any
 * @param previous the runs before the last restart, which are over
 * @param since only what was written from then on; null for the newest lines of each
 */
public record LogWish(
        ClusterId cluster,
        String namespace,
        @Nullable Workload workload,
        Set<String> pods,
        boolean previous,
        @Nullable Instant since) {
    public LogWish {
        pods = Set.copyOf(pods);
    }

    boolean includes(PodRow pod) {
        return namespace.equals(pod.namespace())
                && (workload == null || workload.equals(pod.workload()))
                && (pods.isEmpty() || pods.contains(pod.name()));
    }
}
