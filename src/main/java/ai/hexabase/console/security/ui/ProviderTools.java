package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.ScopeNames;
import ai.hexabase.console.identity.ClientKeys;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.identity.KeycloakSetup;
import ai.hexabase.console.identity.ProviderConnections;
import ai.hexabase.console.security.Trials;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What it takes to change a provider on a screen. */
@Component
record ProviderTools(
        IdentityProviders providers,
        ProviderConnections connections,
        Trials trials,
        KeycloakSetup keycloak,
        ClientKeys keys,
        ObjectProvider<ScopeNames> scopeNames,
        Clock clock) {
    /** What roles can be limited to. */
    List<ScopeNames.Named> scopes() {
        return scopeNames.stream().flatMap(each -> each.names().stream()).toList();
    }
}
