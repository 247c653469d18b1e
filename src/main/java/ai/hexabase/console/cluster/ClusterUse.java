package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ClusterId;
import java.util.List;

/** Told by modules that build on clusters: a cluster somebody uses cannot be removed. */
public interface ClusterUse {
    /** Names of what uses the cluster, such as installations; empty when nothing does. */
    List<String> usesOf(ClusterId id);
}
