package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.identity.KeycloakSetup;
import ai.hexabase.console.identity.ProviderConnections;
import ai.hexabase.console.security.Trials;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What it takes to change a provider on a screen. */
@Component
record ProviderTools(
        IdentityProviders providers,
        ProviderConnections connections,
        Trials trials,
        KeycloakSetup keycloak,
        Clock clock) {}
