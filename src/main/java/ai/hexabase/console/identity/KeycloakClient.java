package ai.hexabase.console.identity;

import ai.hexabase.console.common.Authorities;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Keycloak's admin REST API, as far as it is needed, in the name of one administrator. */
final class KeycloakClient {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST =
            new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final String realm;

    private KeycloakClient(RestClient http, String realm) {
        this.http = http;
        this.realm = realm;
    }

    /**
     * Signs the administrator in.
     *
     * @throws ProblemException {@code keycloak-refused} or {@code identity-unreachable}
     */
    static KeycloakClient open(KeycloakAccess access) {
        var server = access.server().toString().replaceAll("/$", "");
        var plain = RestClient.builder()
                .requestFactory(ProviderHttp.open(Authorities.read(access.authorities())))
                .baseUrl(server);
        var token = token(plain.build(), access);
        var http = plain.defaultHeader("Authorization", "Bearer " + token).build();
        return new KeycloakClient(http, "/admin/realms/" + access.realm());
    }

    private static String token(RestClient http, KeycloakAccess access) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "password");
        form.add("client_id", "admin-cli");
        form.add("username", access.administrator());
        form.add("password", access.password());
        try {
            var answer = http.post()
                    .uri("/realms/{realm}/protocol/openid-connect/token", access.adminRealm())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(OBJECT);
            return answer == null ? "" : String.valueOf(answer.get("access_token"));
        } catch (ResourceAccessException away) {
            throw new ProblemException(Problem.of("identity-unreachable", access.server()), away);
        } catch (RestClientException refused) {
            throw refused(access.administrator(), refused);
        }
    }

    private static ProblemException refused(String what, RestClientException why) {
        var words = why instanceof RestClientResponseException answer
                ? answer.getStatusCode() + " " + answer.getResponseBodyAsString()
                : why.getMessage();
        return new ProblemException(Problem.of("keycloak-refused", what).saying(words), why);
    }

    /** The list at a path below the realm. */
    List<Map<String, Object>> list(String path, Object... values) {
        var found = answered(
                path, () -> http.get().uri(realm + path, values).retrieve().body(LIST));
        return found == null ? List.of() : found;
    }

    /** The object at a path below the realm; empty when there is none. */
    Optional<Map<String, Object>> find(String path, Object... values) {
        return Optional.ofNullable(answered(path, () -> {
            try {
                return http.get().uri(realm + path, values).retrieve().body(OBJECT);
            } catch (HttpClientErrorException.NotFound none) {
                return null;
            }
        }));
    }

    void create(Object body, String path, Object... values) {
        send(http.post(), body, path, values);
    }

    void replace(Object body, String path, Object... values) {
        send(http.put(), body, path, values);
    }

    private void send(RestClient.RequestBodyUriSpec request, Object body, String path, Object... values) {
        answered(
                path,
                () -> request.uri(realm + path, values)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .toBodilessEntity());
    }

    private static <T> @Nullable T answered(String path, Supplier<@Nullable T> asking) {
        try {
            return asking.get();
        } catch (RestClientException failed) {
            throw refused(path, failed);
        }
    }
}
