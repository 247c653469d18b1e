package ai.hexabase.console.identity;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.http.OutgoingConnections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks a provider what it offers (OpenID Connect Discovery 1.0). */
final class Discovery {
    private static final String PLACE = "/.well-known/openid-configuration";
    private static final Set<String> NEEDED = Set.of("authorization_endpoint", "token_endpoint", "jwks_uri");
    private static final List<String> ENDPOINTS = List.of(
            "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint");
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private Discovery() {}

    /**
     * The provider's own description of itself.
     *
     * @throws ProblemException {@code identity-unreachable}, {@code identity-no-discovery},
     *     {@code identity-issuer-differs} or {@code identity-endpoint-forbidden}
     */
    static Map<String, Object> of(IdentityProvider provider, ClientHttpRequestFactory http) {
        var issuer = provider.issuer().toString();
        var found = ask(issuer.replaceAll("/$", "") + PLACE, http);
        if (!issuer.equals(found.get("issuer"))) {
            throw new ProblemException(
                    Problem.of("identity-issuer-differs", found.getOrDefault("issuer", "–"), issuer));
        }
        if (!found.keySet().containsAll(NEEDED)) {
            throw new ProblemException(Problem.of("identity-no-discovery", issuer + PLACE));
        }
        ENDPOINTS.stream().filter(found::containsKey).forEach(endpoint -> check(endpoint, found.get(endpoint)));
        return found;
    }

    private static void check(String endpoint, @Nullable Object address) {
        if (!(address instanceof String text) || !ProviderRules.isEndpoint(text)) {
            throw new ProblemException(Problem.of("identity-endpoint-forbidden", endpoint, String.valueOf(address)));
        }
    }

    private static Map<String, Object> ask(String address, ClientHttpRequestFactory http) {
        try {
            var found = RestClient.builder()
                    .requestFactory(http)
                    .build()
                    .get()
                    .uri(address)
                    .retrieve()
                    .body(OBJECT);
            if (found == null) {
                throw new ProblemException(Problem.of("identity-no-discovery", address));
            }
            return found;
        } catch (ResourceAccessException away) {
            throw new ProblemException(
                    Problem.of("identity-unreachable", address).saying(OutgoingConnections.words(away)), away);
        } catch (RestClientException other) {
            throw new ProblemException(
                    Problem.of("identity-no-discovery", address).saying(other.getMessage()), other);
        }
    }
}
