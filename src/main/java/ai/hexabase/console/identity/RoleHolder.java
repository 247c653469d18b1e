package ai.hexabase.console.identity;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Somebody at a Keycloak realm to whom roles of a client can be given.
 *
 * @param words as Keycloak's administrators know them, such as {@code group /it/platform}
 * @param path below the realm, with the id
 */
record RoleHolder(String words, String path) {
    private static final String GROUP = "/";

    /** Refuses one that is not there with problem {@code keycloak-nobody}. */
    static RoleHolder find(KeycloakClient keycloak, String name) {
        var group = name.startsWith(GROUP);
        var found = group ? group(keycloak, name) : user(keycloak, name);
        var id = found.map(each -> String.valueOf(each.get("id")))
                .orElseThrow(() -> new ProblemException(Problem.of("keycloak-nobody", name)));
        return group
                ? new RoleHolder("group " + name, "/groups/" + id)
                : new RoleHolder("user " + name, "/users/" + id);
    }

    private static Optional<Map<String, Object>> user(KeycloakClient keycloak, String name) {
        return keycloak.list("/users?username={name}&exact=true", name).stream().findFirst();
    }

    private static Optional<Map<String, Object>> group(KeycloakClient keycloak, String path) {
        var names =
                Arrays.stream(path.split(GROUP)).filter(each -> !each.isEmpty()).toArray();
        var place = Arrays.stream(names).map(each -> "/{name}").collect(Collectors.joining());
        return names.length == 0 ? Optional.empty() : keycloak.find("/group-by-path" + place, names);
    }

    boolean has(KeycloakClient keycloak, String client, String role) {
        return keycloak.list(path + "/role-mappings/clients/{client}", client).stream()
                .anyMatch(each -> role.equals(each.get("name")));
    }

    void give(KeycloakClient keycloak, String client, String role) {
        var whole =
                keycloak.find("/clients/{client}/roles/{role}", client, role).orElseThrow();
        keycloak.create(List.of(whole), path + "/role-mappings/clients/{client}", client);
    }
}
