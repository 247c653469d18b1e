package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.uikit.Texts;

/** What the screens call the cluster of an installation. */
final class ClusterWords {
    private ClusterWords() {}

    /** Its name, or that it is not registered any more. */
    static String name(Clusters clusters, ClusterId id) {
        return clusters.find(id).map(RegisteredCluster::name).orElseGet(ClusterWords::gone);
    }

    static String gone() {
        return Texts.get("installation.cluster.gone");
    }
}
