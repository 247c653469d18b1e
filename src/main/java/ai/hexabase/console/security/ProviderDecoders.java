package ai.hexabase.console.security;

import ai.hexabase.console.identity.ProviderConnections;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;

/** Checks ID tokens by the keys that the provider publishes (OpenID Connect Core, section 3.1.3.7). */
@Component
class ProviderDecoders implements JwtDecoderFactory<ClientRegistration> {
    private final ProviderConnections connections;

    ProviderDecoders(ProviderConnections connections) {
        this.connections = connections;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        var decoder = connections.get(registration.getRegistrationId()).decoder();
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }
}
