package ai.hexabase.console.cluster;

import ai.hexabase.console.kube.ClusterConnection;
import java.util.List;

/** Opens simulated clusters. */
public interface PracticeDoor {
    /** Names of the shapes a practice cluster can have. */
    List<String> shapes();

    /** The practice cluster of that name, made in that shape when there is none yet. */
    ClusterConnection open(String name, String shape);

    /** Ends that practice cluster with everything in it. */
    void remove(String name);
}
