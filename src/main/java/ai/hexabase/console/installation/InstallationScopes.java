package ai.hexabase.console.installation;

import ai.hexabase.console.common.ScopeNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets roles be limited to installations. */
@Component
class InstallationScopes implements ScopeNames {
    private final InstallationStore store;

    InstallationScopes(InstallationStore store) {
        this.store = store;
    }

    @Override
    public List<Named> names() {
        return store.list().stream()
                .map(each -> new Named(Kind.INSTALLATION, each.id().value(), each.name()))
                .toList();
    }
}
