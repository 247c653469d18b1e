package ai.hexabase.console.identity;

import ai.hexabase.console.common.Authorities;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
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
    private final ClientProof client;
    private final ClientHttpRequestFactory http;
    private final RestOperations operations;
    private final String keysAddress;
    private final JWKSource<SecurityContext> keys;
    private final @Nullable String endSession;

    private ProviderConnection(
            IdentityProvider provider,
            ClientRegistration registration,
            ClientProof client,
            ClientHttpRequestFactory http,
            String keysAddress,
            JWKSource<SecurityContext> keys,
            @Nullable String endSession) {
        this.provider = provider;
        this.registration = registration;
        this.client = client;
        this.http = http;
        this.operations = new RestTemplate(http);
        this.keysAddress = keysAddress;
        this.keys = keys;
        this.endSession = endSession;
    }

    /**
     * Asks the provider what it offers.
     *
     * @param client how the console shows who it is
     * @param redirect where the provider sends people back to
     */
    static ProviderConnection open(IdentityProvider provider, ClientProof client, String redirect) {
        var http = ProviderHttp.open(Authorities.read(provider.authorities()));
        return described(provider, client, redirect, http, null);
    }

    /** Asks a provider again whose settings are as they were; what is known of its keys is not forgotten by that. */
    ProviderConnection again(ClientProof proof, String redirect) {
        return described(provider, proof, redirect, http, this);
    }

    private static ProviderConnection described(
            IdentityProvider provider,
            ClientProof client,
            String redirect,
            ClientHttpRequestFactory http,
            @Nullable ProviderConnection before) {
        var described = Discovery.of(provider, http);
        var keysAddress = String.valueOf(described.get("jwks_uri"));
        var keys = before != null && before.keysAddress.equals(keysAddress)
                ? before.keys
                : ProviderKeys.at(keysAddress, new RestTemplate(http));
        return new ProviderConnection(
                provider,
                registration(provider, client, redirect, described),
                client,
                http,
                keysAddress,
                keys,
                described.get("end_session_endpoint") instanceof String address ? address : null);
    }

    private static ClientRegistration registration(
            IdentityProvider provider, ClientProof client, String redirect, Map<String, Object> described) {
        var registration = ClientRegistrations.fromOidcConfiguration(described)
                .registrationId(provider.id())
                .clientId(provider.clientId())
                .clientName(provider.name())
                .redirectUri(redirect)
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .scope(scopes(provider));
        client.on(registration);
        return registration.build();
    }

    /** The same with the settings as they are now, which differ in nothing but the switch. */
    ProviderConnection with(IdentityProvider now) {
        return now.equals(provider)
                ? this
                : new ProviderConnection(now, registration, client, http, keysAddress, keys, endSession);
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
        return NimbusJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
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
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(tokenClient());
        tokens.addParametersConverter(client.parameters());
        return tokens;
    }

    public RestClientRefreshTokenTokenResponseClient refresh() {
        var tokens = new RestClientRefreshTokenTokenResponseClient();
        tokens.setRestClient(tokenClient());
        tokens.addParametersConverter(client.parameters());
        return tokens;
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
