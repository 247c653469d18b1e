package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ScopeNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets roles be limited to clusters. */
@Component
class ClusterScopes implements ScopeNames {
    private final ClusterStore store;

    ClusterScopes(ClusterStore store) {
        this.store = store;
    }

    @Override
    public List<Named> names() {
        return store.list().stream()
                .map(each -> new Named(Kind.CLUSTER, each.id().value(), each.name()))
                .toList();
    }
}
