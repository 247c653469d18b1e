package ai.hexabase.console.identity;

import ai.hexabase.console.common.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the console needs at a Keycloak realm: its client with PKCE and both logouts, a client role for each of the
 * console's roles, and claims with these roles and with groups.
 *
 * @param clientId name of the client
 * @param redirect where people are sent back to
 * @param afterLogout where they land after signing out
 * @param backChannel where Keycloak tells that a session is over
 * @param keys where Keycloak finds the client’s public keys; null for a client with a secret
 * @param administrator user name, or path of a group such as {@code /it/platform}, that gets the client's role for
 *     administrators; null for nobody
 */
public record KeycloakWish(
        String clientId,
        String redirect,
        String afterLogout,
        String backChannel,
        @Nullable String keys,
        @Nullable String administrator) {
    public KeycloakWish(String clientId, String redirect, String afterLogout, String backChannel) {
        this(clientId, redirect, afterLogout, backChannel, null, null);
    }

    /** The same with keys instead of a secret. */
    public KeycloakWish withKeys(@Nullable String address) {
        return new KeycloakWish(clientId, redirect, afterLogout, backChannel, address, administrator);
    }

    /** The same with somebody who gets the role for administrators. */
    public KeycloakWish withAdministrator(@Nullable String name) {
        return new KeycloakWish(clientId, redirect, afterLogout, backChannel, keys, name);
    }

    /** The claim with the client's roles. */
    public static final String ROLES_CLAIM = "roles";

    /** Names of the client's roles, one for each of the console's. */
    public static List<RoleRule> rules() {
        return Arrays.stream(Role.values())
                .map(role -> new RoleRule(name(role), role))
                .toList();
    }

    static String administratorsRole() {
        return name(Role.ADMIN);
    }

    static List<String> roles() {
        return Arrays.stream(Role.values()).map(KeycloakWish::name).toList();
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Values of the client that have to be like this; others are left alone. */
    Map<String, Object> client() {
        var values = new LinkedHashMap<String, Object>();
        values.put("clientId", clientId);
        values.put("protocol", "openid-connect");
        values.put("enabled", true);
        values.put("publicClient", false);
        values.put("standardFlowEnabled", true);
        values.put("implicitFlowEnabled", false);
        values.put("directAccessGrantsEnabled", false);
        values.put("serviceAccountsEnabled", false);
        values.put("frontchannelLogout", false);
        values.put("clientAuthenticatorType", keys == null ? "client-secret" : "client-jwt");
        return values;
    }

    Map<String, String> attributes() {
        var values = new LinkedHashMap<String, String>();
        values.put("pkce.code.challenge.method", "S256");
        values.put("backchannel.logout.url", backChannel);
        values.put("backchannel.logout.session.required", "true");
        values.put("post.logout.redirect.uris", afterLogout);
        if (keys != null) {
            values.put("use.jwks.url", "true");
            values.put("jwks.url", keys);
        }
        return values;
    }

    /** Protocol mappers by name. */
    Map<String, Map<String, Object>> mappers() {
        var mappers = new LinkedHashMap<String, Map<String, Object>>();
        mappers.put(
                "hexabase roles",
                mapper(
                        "oidc-usermodel-client-role-mapper",
                        Map.of(
                                "claim.name",
                                ROLES_CLAIM,
                                "multivalued",
                                "true",
                                "jsonType.label",
                                "String",
                                "usermodel.clientRoleMapping.clientId",
                                clientId)));
        mappers.put(
                "hexabase groups",
                mapper("oidc-group-membership-mapper", Map.of("claim.name", "groups", "full.path", "true")));
        return mappers;
    }

    private static Map<String, Object> mapper(String type, Map<String, String> own) {
        var config = new LinkedHashMap<>(own);
        config.put("id.token.claim", "true");
        config.put("access.token.claim", "false");
        config.put("userinfo.token.claim", "true");
        return Map.of("protocol", "openid-connect", "protocolMapper", type, "config", config);
    }
}
