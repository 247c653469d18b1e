package ai.hexabase.console.identity;

import ai.hexabase.console.common.Authorities;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** What it takes to talk to one provider: what it described of itself, and HTTP that trusts its authorities. */
public final class ProviderConnection {
    private final IdentityProvider provider;
    private final ClientRegistration registration;
    private final ClientHttpRequestFactory http;
    private final RestOperations operations;
    private final String keys;
    private final @Nullable String endSession;

    private ProviderConnection(
            IdentityProvider provider,
            ClientRegistration registration,
            ClientHttpRequestFactory http,
            Map<String, Object> described) {
        this.provider = provider;
        this.registration = registration;
        this.http = http;
        this.operations = new RestTemplate(http);
        this.keys = String.valueOf(described.get("jwks_uri"));
        this.endSession = described.get("end_session_endpoint") instanceof String address ? address : null;
    }

    /**
     * Asks the provider what it offers.
     *
     * @param secret null for a client that has none
     * @param redirect where the provider sends people back to
     */
    static ProviderConnection open(IdentityProvider provider, @Nullable String secret, String redirect) {
        var http = ProviderHttp.open(Authorities.read(provider.authorities()));
        var described = Discovery.of(provider, http);
        var registration = ClientRegistrations.fromOidcConfiguration(described)
                .registrationId(provider.id())
                .clientId(provider.clientId())
                .clientName(provider.name())
                .redirectUri(redirect)
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .scope(scopes(provider));
        if (secret == null) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            registration.clientSecret(secret);
        }
        return new ProviderConnection(provider, registration.build(), http, described);
    }

    private static List<String> scopes(IdentityProvider provider) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("openid"), provider.scopes().stream())
                .distinct()
                .toList();
    }

    public IdentityProvider provider() {
        return provider;
    }

    public ClientRegistration registration() {
        return registration;
    }

    /** Where the provider ends its own session (RP-initiated logout); null when it offers none. */
    public @Nullable String endSession() {
        return endSession;
    }

    /** Plain requests to the provider. */
    public RestOperations operations() {
        return operations;
    }

    /**
     * Checks signatures by the provider's published keys, which are fetched again when an unknown one is named; what
     * the token says is checked by whoever sets a validator.
     */
    public NimbusJwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(operations)
                .validateType(false)
                .jwsAlgorithms(known -> known.addAll(List.of(
                        SignatureAlgorithm.RS256,
                        SignatureAlgorithm.RS384,
                        SignatureAlgorithm.RS512,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.PS384,
                        SignatureAlgorithm.PS512,
                        SignatureAlgorithm.ES256,
                        SignatureAlgorithm.ES384,
                        SignatureAlgorithm.ES512)))
                .build();
    }

    public RestClientAuthorizationCodeTokenResponseClient codeExchange() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(tokenClient());
        return client;
    }

    public RestClientRefreshTokenTokenResponseClient refresh() {
        var client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(tokenClient());
        return client;
    }

    private RestClient tokenClient() {
        return RestClient.builder()
                .requestFactory(http)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
