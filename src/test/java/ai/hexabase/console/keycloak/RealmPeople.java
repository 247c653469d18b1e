package ai.hexabase.console.keycloak;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The people of one realm, by their user names. */
public final class RealmPeople {
    private final AdminCalls calls;
    private final String realm;

    RealmPeople(AdminCalls calls, String realm) {
        this.calls = calls;
        this.realm = "/" + realm;
    }

    /** Adds somebody, with the sample password and their groups, which must be there. */
    public void create(Person person) {
        calls.post(
                realm + "/users",
                Map.of(
                        "username", person.username(),
                        "firstName", person.firstName(),
                        "lastName", person.lastName(),
                        "email", person.email(),
                        "emailVerified", true,
                        "enabled", true,
                        "groups", person.groups(),
                        "credentials", List.of(Map.of("type", "password", "value", Person.PASSWORD))));
    }

    /** Removes somebody. */
    public void remove(String username) {
        calls.delete(user(username));
    }

    /** Puts somebody into exactly these groups, given by full path. */
    public void setGroups(String username, String... paths) {
        var groups = user(username) + "/groups";
        for (var left : calls.get(groups)) {
            calls.delete(groups + "/" + left.path("id").asString());
        }
        for (var path : paths) {
            var group = calls.get(realm + "/group-by-path" + path);
            calls.put(groups + "/" + group.path("id").asString(), Map.of());
        }
    }

    /** Whether somebody may sign in. */
    public void setEnabled(String username, boolean enabled) {
        calls.put(user(username), Map.of("enabled", enabled));
    }

    /** Ends all sessions of somebody; clients with back-channel logout are told. */
    public void signOut(String username) {
        calls.post(user(username) + "/logout", "");
    }

    /** How many sessions somebody has. */
    public int sessions(String username) {
        return calls.get(user(username) + "/sessions").size();
    }

    /** Whether the realm knows somebody. */
    public boolean knows(String username) {
        return !found(username).isEmpty();
    }

    /** The realm's id of somebody, which is the subject of their tokens. */
    public String id(String username) {
        var found = found(username);
        if (found.isEmpty()) {
            throw new KeycloakException("nobody called " + username + " in realm " + realm);
        }
        return found.get(0).path("id").asString();
    }

    private JsonNode found(String username) {
        return calls.get(realm + "/users?exact=true&username=" + AdminCalls.encoded(username));
    }

    private String user(String username) {
        return realm + "/users/" + id(username);
    }
}
