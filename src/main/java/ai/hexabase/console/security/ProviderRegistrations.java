package ai.hexabase.console.security;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.identity.ProviderConnections;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The providers as Spring Security asks for them; one that is unknown or does not answer is none. */
@Component
class ProviderRegistrations implements ClientRegistrationRepository {
    private final ProviderConnections connections;

    ProviderRegistrations(ProviderConnections connections) {
        this.connections = connections;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        try {
            return connections.get(id).registration();
        } catch (ProblemException none) {
            return null;
        }
    }
}
