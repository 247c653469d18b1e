package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import java.time.Instant;
import java.util.List;

/** Told by the module that carries out rollouts: on which clusters something of an installation is, or was. */
public interface Footprint {
    /** One per cluster that ever took something of it, the latest first. */
    List<Trace> of(InstallationId installation);

    /** Whose traces there are on this cluster. */
    List<InstallationId> on(ClusterId cluster);

    /**
     * What an installation has left on one cluster.
     *
     * @param removed false while something may still be there
     * @param since when it was removed, else when the last rollout began
     * @param volumes names of volumes that were kept, with their sizes
     */
    record Trace(ClusterId cluster, String clusterName, boolean removed, Instant since, List<String> volumes) {
        public Trace {
            volumes = List.copyOf(volumes);
        }
    }
}
