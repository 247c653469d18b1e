package ai.hexabase.console.installation;

import ai.hexabase.console.cluster.ClusterUse;
import ai.hexabase.console.common.ClusterId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps a cluster registered while a revision of an installation belongs to it. */
@Component
class InstallationsOnCluster implements ClusterUse {
    private final InstallationStore store;

    InstallationsOnCluster(InstallationStore store) {
        this.store = store;
    }

    @Override
    public List<String> usesOf(ClusterId id) {
        return store.namesOn(id);
    }
}
