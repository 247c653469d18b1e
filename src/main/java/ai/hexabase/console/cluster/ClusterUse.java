package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ClusterId;
import java.util.List;

/** Told by modules that build on clusters: a cluster somebody uses is not removed without a warning. */
public interface ClusterUse {
    /** Names of what is on the cluster, such as installations; empty when nothing is. */
    List<String> usesOf(ClusterId id);

    /** Names of what would miss the cluster though nothing of it runs there, such as kept volumes or planned settings. */
    List<String> remindersOf(ClusterId id);
}
