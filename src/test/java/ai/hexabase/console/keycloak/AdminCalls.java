package ai.hexabase.console.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to Keycloak's admin API with the administrator's token; a refusal becomes an exception with its own words. */
final class AdminCalls {
    // tokens live for a minute
    private static final Duration TOKEN_USE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";
    private long tokenSince;

    AdminCalls(URI server) {
        this.server = server;
    }

    /** Reads what is below {@code /admin/realms}. */
    JsonNode get(String path) {
        return JsonMapper.shared().readTree(send("GET", path, "").body());
    }

    /** Creates something and returns its id, empty where it has none. */
    String post(String path, Object body) {
        var location = send("POST", path, json(body)).headers().firstValue("Location");
        return location.map(address -> address.substring(address.lastIndexOf('/') + 1))
                .orElse("");
    }

    void put(String path, Object body) {
        send("PUT", path, json(body));
    }

    void delete(String path) {
        send("DELETE", path, "");
    }

    /** A name as a part of an address. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Fields as a browser's form sends them. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String json(Object body) {
        return body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(server + "/admin/realms" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return checked(method + " " + path, request.build());
    }

    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - tokenSince > TOKEN_USE.toNanos()) {
            var asked = System.nanoTime();
            var fields = Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "admin-cli",
                    "username",
                    KeycloakServer.ADMIN,
                    "password",
                    KeycloakServer.ADMIN_PASSWORD);
            var request = HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                    .timeout(LIMIT)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form(fields)));
            var answer = JsonMapper.shared()
                    .readTree(checked("token", request.build()).body());
            token = answer.path("access_token").asString();
            tokenSince = asked;
        }
        return token;
    }

    private HttpResponse<String> checked(String what, HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new KeycloakException(what + ": " + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new KeycloakException(what + ": no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakException(what + ": interrupted", e);
        }
    }
}
