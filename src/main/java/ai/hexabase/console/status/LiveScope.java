package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * What to follow.
 *
 * @param namespace null for all that the credentials may see
 */
public record LiveScope(ClusterId cluster, @Nullable String namespace) {
    public static LiveScope all(ClusterId cluster) {
        return new LiveScope(cluster, null);
    }
}
