package ai.hexabase.console.keycloak;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an administrator of the server does, from the tests' side: clients, keys, lifespans, and people of a realm. */
public final class KeycloakAdmin {
    private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";

    private final AdminCalls calls;
    private final URI server;

    KeycloakAdmin(URI server) {
        this.server = server;
        calls = new AdminCalls(server);
    }

    /** The people of a realm; in {@link Realms#CORP} everybody, in {@link Realms#CONSOLE} who has signed in. */
    public RealmPeople people(String realm) {
        return new RealmPeople(calls, realm);
    }

    /** Registers a console at this address in realm {@code console}, with PKCE, groups and back-channel logout. */
    public OidcClient registerConsole(URI console, String providerId) {
        return register(Realms.CONSOLE, OidcClient.ofConsole(console, providerId));
    }

    /** Registers a client, in the place of one with the same id. */
    public OidcClient register(String realm, OidcClient client) {
        remove(realm, client.clientId());
        calls.post("/" + realm + "/clients", representation(client));
        return client;
    }

    /** Removes a client if it is there. */
    public void remove(String realm, String clientId) {
        for (var found : clients(realm, clientId)) {
            calls.delete("/" + realm + "/clients/" + found.path("id").asString());
        }
    }

    /** A client with all its settings, as Keycloak represents it. */
    public JsonNode client(String realm, String clientId) {
        var found = clients(realm, clientId);
        if (found.isEmpty()) {
            throw new KeycloakException("no client " + clientId + " in realm " + realm);
        }
        return found.get(0);
    }

    /** Changes a client's settings in place, such as {@code client.put("enabled", false)}. */
    public void change(String realm, String clientId, Consumer<ObjectNode> change) {
        var client = (ObjectNode) client(realm, clientId);
        change.accept(client);
        calls.put("/" + realm + "/clients/" + client.path("id").asString(), client);
    }

    /** Somebody of the realm's own, who cannot sign in. */
    public void createUser(String realm, String username) {
        calls.post("/" + realm + "/users", Map.of("username", username, "enabled", true));
    }

    public void createGroup(String realm, String name) {
        calls.post("/" + realm + "/groups", Map.of("name", name));
    }

    /** Gives a client a new secret, so that the one the console has is refused, and returns it. */
    public String renewSecret(String realm, String clientId) {
        var id = client(realm, clientId).path("id").asString();
        calls.post("/" + realm + "/clients/" + id + "/client-secret", "");
        return calls.get("/" + realm + "/clients/" + id + "/client-secret")
                .path("value")
                .asString();
    }

    /** Changes settings of a realm, such as {@code Map.of("enabled", false)}. */
    public void changeRealm(String realm, Map<String, ?> settings) {
        calls.put("/" + realm, settings);
    }

    /** How long access tokens, idle sessions and sessions at all live from now on. */
    public void setLifespans(String realm, Duration accessToken, Duration idleSession, Duration session) {
        changeRealm(
                realm,
                Map.of(
                        "accessTokenLifespan", accessToken.toSeconds(),
                        "ssoSessionIdleTimeout", idleSession.toSeconds(),
                        "ssoSessionMaxLifespan", session.toSeconds()));
    }

    /** Signs with a new RSA key from now on and forgets the old one; returns the new key's id. */
    public String rotateKeys(String realm) {
        var realmId = calls.get("/" + realm).path("id").asString();
        var old = all(calls.get("/" + realm + "/components?type=" + KEY_PROVIDER)).stream()
                .filter(each -> each.path("providerId").asString().equals("rsa-generated"))
                .toList();
        int highest = old.stream()
                .mapToInt(each -> each.path("config").path("priority").path(0).asInt(100))
                .max()
                .orElse(100);
        calls.post("/" + realm + "/components", keyProvider(realmId, highest + 1));
        old.forEach(each ->
                calls.delete("/" + realm + "/components/" + each.path("id").asString()));
        return signingKey(realm);
    }

    /** The id of the key that ID tokens are signed with. */
    public String signingKey(String realm) {
        return calls.get("/" + realm + "/keys").path("active").path("RS256").asString();
    }

    /** Puts both realms back to how they were at the start: no console's client, nobody disabled, keys of their own. */
    public void renewRealms() {
        Realms.at(server, false).forEach((name, json) -> {
            calls.delete("/" + name);
            calls.post("", json);
        });
    }

    private List<JsonNode> clients(String realm, String clientId) {
        return all(calls.get("/" + realm + "/clients?clientId=" + AdminCalls.encoded(clientId)));
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static Map<String, Object> keyProvider(String realmId, int priority) {
        return Map.of(
                "name",
                "rsa-generated-" + priority,
                "providerId",
                "rsa-generated",
                "providerType",
                KEY_PROVIDER,
                "parentId",
                realmId,
                "config",
                Map.of(
                        "priority", List.of(Integer.toString(priority)),
                        "enabled", List.of("true"),
                        "active", List.of("true"),
                        "algorithm", List.of("RS256"),
                        "keySize", List.of("2048")));
    }

    private static Map<String, Object> representation(OidcClient client) {
        var attributes = new TreeMap<String, String>();
        if (client.pkce()) {
            attributes.put("pkce.code.challenge.method", "S256");
        }
        client.backChannelLogout().ifPresent(url -> {
            attributes.put("backchannel.logout.url", url);
            attributes.put("backchannel.logout.session.required", "true");
        });
        attributes.put("post.logout.redirect.uris", afterLogout(client));
        return Map.of(
                "clientId",
                client.clientId(),
                "secret",
                client.secret(),
                "enabled",
                true,
                "publicClient",
                false,
                "standardFlowEnabled",
                true,
                "directAccessGrantsEnabled",
                false,
                "redirectUris",
                client.redirectUris(),
                "attributes",
                attributes,
                "protocolMappers",
                mappers(client.groups()));
    }

    /** Any page of the places that sign-in returns to. */
    private static String afterLogout(OidcClient client) {
        var pages = new ArrayList<String>();
        client.redirectUris().forEach(uri -> pages.add(URI.create(uri).resolve("/") + "*"));
        return String.join("##", pages);
    }

    private static List<Map<String, Object>> mappers(OidcClient.Groups groups) {
        return switch (groups) {
            case NONE -> List.of();
            case OWN -> List.of(mapper("oidc-group-membership-mapper", Map.of("full.path", "true")));
            case PASSED_ON ->
                List.of(mapper(
                        "oidc-usermodel-attribute-mapper",
                        Map.of("user.attribute", "groups", "jsonType.label", "String", "multivalued", "true")));
        };
    }

    private static Map<String, Object> mapper(String kind, Map<String, String> settings) {
        var config = new TreeMap<>(settings);
        config.putAll(Map.of("claim.name", "groups", "id.token.claim", "true", "userinfo.token.claim", "true"));
        return Map.of("name", "groups", "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }
}
