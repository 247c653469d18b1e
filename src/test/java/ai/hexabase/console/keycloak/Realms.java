package ai.hexabase.console.keycloak;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sample realms: {@code corp} is the corporate directory, {@code console} passes sign-in on to it. Their addresses
 * of each other hold the server's port.
 */
public final class Realms {
    /** The realm that the console knows. */
    public static final String CONSOLE = "console";

    /** The realm of the corporate directory, and the broker's alias for it. */
    public static final String CORP = "corp";

    /** The console's client where the realm has it from the start; its secret is a sample. */
    public static final String CLIENT_ID = "hexabase-console";

    public static final String CLIENT_SECRET = "sample-console-secret";

    private static final String CORP_REALM = """
            {
              "realm": "corp", "enabled": true, "displayName": "Corporate directory (sample)",
              "internationalizationEnabled": true, "supportedLocales": ["en", "ja"], "defaultLocale": "en",
              "groups": [
                {"name": "it", "subGroups": [{"name": "platform"}, {"name": "operations"}, {"name": "change-board"}]},
                {"name": "audit"}
              ],
              "users": [
                {users}
              ],
              "clients": [{
                "clientId": "broker", "enabled": true, "publicClient": false, "secret": "sample-broker-secret",
                "standardFlowEnabled": true, "directAccessGrantsEnabled": false,
                "redirectUris": ["{base}/realms/console/broker/corp/endpoint*"],
                "attributes": {
                  "pkce.code.challenge.method": "S256",
                  "post.logout.redirect.uris": "+",
                  "backchannel.logout.session.required": "true",
                  "backchannel.logout.url": "{base}/realms/console/protocol/openid-connect/logout/backchannel-logout"
                },
                "protocolMappers": [{
                  "name": "groups", "protocol": "openid-connect", "protocolMapper": "oidc-group-membership-mapper",
                  "config": {
                    "claim.name": "groups", "full.path": "true", "id.token.claim": "true",
                    "access.token.claim": "true", "userinfo.token.claim": "true"
                  }
                }]
              }]
            }
            """;

    private static final String CONSOLE_REALM = """
            {
              "realm": "console", "enabled": true, "displayName": "Hexabase Console (sample)",
              "internationalizationEnabled": true, "supportedLocales": ["en", "ja"], "defaultLocale": "en",
              "identityProviders": [{
                "alias": "corp", "displayName": "Corporate sign-in", "providerId": "oidc", "enabled": true,
                "trustEmail": true, "firstBrokerLoginFlowAlias": "first broker login",
                "config": {
                  "issuer": "{corp}",
                  "authorizationUrl": "{corp}/protocol/openid-connect/auth",
                  "tokenUrl": "{corp}/protocol/openid-connect/token",
                  "userInfoUrl": "{corp}/protocol/openid-connect/userinfo",
                  "logoutUrl": "{corp}/protocol/openid-connect/logout",
                  "jwksUrl": "{corp}/protocol/openid-connect/certs",
                  "useJwksUrl": "true", "validateSignature": "true",
                  "clientId": "broker", "clientSecret": "sample-broker-secret",
                  "clientAuthMethod": "client_secret_post", "defaultScope": "openid profile email",
                  "pkceEnabled": "true", "pkceMethod": "S256",
                  "syncMode": "FORCE", "backchannelSupported": "true"
                }
              }],
              "identityProviderMappers": [{
                "name": "groups", "identityProviderAlias": "corp",
                "identityProviderMapper": "oidc-user-attribute-idp-mapper",
                "config": {"syncMode": "FORCE", "claim": "groups", "user.attribute": "groups"}
              }],
              "clients": [{client}]
            }
            """;

    private static final String CONSOLE_CLIENT = """
            {
                "clientId": "%s", "secret": "%s", "name": "Hexabase Console", "enabled": true, "publicClient": false,
                "standardFlowEnabled": true, "directAccessGrantsEnabled": false,
                "redirectUris": ["http://127.0.0.1:8080/login/oauth2/code/corporate"],
                "attributes": {
                  "pkce.code.challenge.method": "S256",
                  "post.logout.redirect.uris": "http://127.0.0.1:8080/*",
                  "backchannel.logout.session.required": "true",
                  "backchannel.logout.url": "http://127.0.0.1:8080/logout/connect/back-channel/corporate"
                },
                "protocolMappers": [{
                  "name": "groups", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-attribute-mapper",
                  "config": {
                    "user.attribute": "groups", "claim.name": "groups", "jsonType.label": "String",
                    "multivalued": "true", "id.token.claim": "true", "userinfo.token.claim": "true"
                  }
                }]
              }""".formatted(CLIENT_ID, CLIENT_SECRET);

    private static final String USER = """
            {"username": "%s", "firstName": "%s", "lastName": "%s", "email": "%s", "emailVerified": true, \
            "enabled": true, "groups": [%s], "credentials": [{"type": "password", "value": "%s"}]}""";

    private Realms() {}

    /** Both realms by name, on a server with this address. */
    static Map<String, String> at(URI base, boolean consoleClient) {
        return Map.of(CORP, corp(base), CONSOLE, console(base, consoleClient));
    }

    private static String corp(URI base) {
        var users = Person.ALL.stream().map(Realms::user).collect(Collectors.joining(",\n    "));
        return CORP_REALM.replace("{users}", users).replace("{base}", base.toString());
    }

    private static String console(URI base, boolean consoleClient) {
        return CONSOLE_REALM
                .replace("{corp}", base + "/realms/" + CORP)
                .replace("{client}", consoleClient ? CONSOLE_CLIENT : "");
    }

    private static String user(Person person) {
        var groups = person.groups().stream().map(group -> '"' + group + '"').collect(Collectors.joining(", "));
        return USER.formatted(
                person.username(), person.firstName(), person.lastName(), person.email(), groups, Person.PASSWORD);
    }
}
