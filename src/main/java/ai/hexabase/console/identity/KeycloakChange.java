package ai.hexabase.console.identity;

/**
 * What setting up a Keycloak server would do to one object of it.
 *
 * @param object as Keycloak's administrators know it, such as {@code client hexabase-console}
 * @param before its values, a line each; empty when it is not there yet
 * @param after the same afterwards
 */
public record KeycloakChange(String object, String before, String after) {
    public boolean isNothing() {
        return before.equals(after);
    }
}
