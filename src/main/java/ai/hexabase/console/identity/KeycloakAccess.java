package ai.hexabase.console.identity;

import java.net.URI;

/**
 * Where a Keycloak server is and who may change it; used once and kept nowhere.
 *
 * @param server base address, such as {@code https://sso.example.com}
 * @param realm whose people sign in
 * @param adminRealm where the administrator's account is, usually {@code master}
 * @param authorities certificates (PEM) to trust beside the public ones; empty when there are none
 */
public record KeycloakAccess(
        URI server, String realm, String adminRealm, String administrator, String password, String authorities) {
    /** Without the password, which must not get into a log. */
    @Override
    public String toString() {
        return administrator + " at " + server + ", realm " + realm;
    }
}
