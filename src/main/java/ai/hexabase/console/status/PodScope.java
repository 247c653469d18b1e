package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * Which pods to follow.
 *
 * @param namespace null for all that the credentials may see
 */
public record PodScope(ClusterId cluster, @Nullable String namespace) {
    public static PodScope all(ClusterId cluster) {
        return new PodScope(cluster, null);
    }
}
