package ai.hexabase.console.common;

import java.util.Map;
import java.util.Set;

/** Told by the module that knows installations: on which clusters each stands. */
public interface Members {
    /** Knows no installations. */
    Members NONE = new Members() {
        @Override
        public Map<ClusterId, Set<String>> of(InstallationId installation) {
            return Map.of();
        }

        @Override
        public Set<InstallationId> within(Set<ClusterId> clusters) {
            return Set.of();
        }
    };

    /** The clusters it belongs to or has left something on, each with the namespaces that are its own there. */
    Map<ClusterId, Set<String>> of(InstallationId installation);

    /** Those, open or closed, that stand on these clusters and nowhere else. */
    Set<InstallationId> within(Set<ClusterId> clusters);
}
