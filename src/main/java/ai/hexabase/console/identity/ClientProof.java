package ai.hexabase.console.identity;

import com.nimbusds.jose.jwk.JWK;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * How the console's client shows a provider who it is: by a key, else by a secret, else not at all.
 *
 * @param key what to sign with at the moment of asking; null for a client without keys
 * @param secret null for a client without one
 */
record ClientProof(
        @Nullable Supplier<@Nullable JWK> key, @Nullable String secret) {
    static final ClientProof NONE = new ClientProof(null, null);

    void on(ClientRegistration.Builder registration) {
        if (key != null) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        } else if (secret == null) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            registration.clientSecret(secret);
        }
    }

    /** What is sent to the provider beside the rest. */
    <T extends AbstractOAuth2AuthorizationGrantRequest> Converter<T, MultiValueMap<String, String>> parameters() {
        var signing = key;
        if (signing == null) {
            return request -> new LinkedMultiValueMap<>();
        }
        var signed = new NimbusJwtClientAuthenticationParametersConverter<T>(registration -> signing.get());
        return request -> {
            var parameters = signed.convert(request);
            return parameters == null ? new LinkedMultiValueMap<>() : parameters;
        };
    }
}
