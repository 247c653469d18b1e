package ai.hexabase.console.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The app's side of a sign-in: the authorization code flow with PKCE, by hand. */
record CodeFlow(String issuer, OidcClient client) {
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-pkce-to-accept-it";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    /** Signs somebody in through the broker, straight to the corporate form, and returns the ID token's claims. */
    JsonNode signIn(Visitor visitor, String username) {
        var arrival = visitor.signIn(authorization(), username, Person.PASSWORD, redirect());
        var code = CODE.matcher(arrival.address().toString());
        if (!code.find()) {
            throw new KeycloakException("no code at " + arrival.address() + ":\n" + arrival.page());
        }
        var answer = exchange(code.group(1));
        if (!answer.has("id_token")) {
            throw new KeycloakException("no token: " + answer);
        }
        return claims(answer.path("id_token").asString());
    }

    String redirect() {
        return client.redirectUris().getFirst();
    }

    URI authorization() {
        return URI.create(issuer + "/protocol/openid-connect/auth?"
                + AdminCalls.form(Map.of(
                        "client_id",
                        client.clientId(),
                        "response_type",
                        "code",
                        "scope",
                        "openid profile email",
                        "redirect_uri",
                        redirect(),
                        "state",
                        "any",
                        "kc_idp_hint",
                        Realms.CORP,
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256")));
    }

    private JsonNode exchange(String code) {
        var form = AdminCalls.form(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect(),
                "client_id",
                client.clientId(),
                "client_secret",
                client.secret(),
                "code_verifier",
                VERIFIER));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new KeycloakException("the code was not exchanged", e);
        }
    }

    /** What a signed token says; the signature is not looked at. */
    static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(part(token, 1));
    }

    /** With which key a token is signed. */
    static String key(String token) {
        return JsonMapper.shared().readTree(part(token, 0)).path("kid").asString();
    }

    private static byte[] part(String token, int index) {
        return Base64.getUrlDecoder().decode(token.split("\\.")[index]);
    }

    private static String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
