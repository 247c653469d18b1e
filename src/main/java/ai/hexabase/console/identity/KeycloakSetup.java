package ai.hexabase.console.identity;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Sets up the console's client at a Keycloak server: shown before, and the second time nothing is left to do. */
@Service
public class KeycloakSetup {
    private final Acts acts;
    private final ActingPerson person;

    KeycloakSetup(Acts acts, ActingPerson person) {
        this.acts = acts;
        this.person = person;
    }

    /** What would change; those that are as they should be are among them. */
    public List<KeycloakChange> plan(KeycloakAccess access, KeycloakWish wish) {
        return realm(access, wish).plan();
    }

    /**
     * Makes it so.
     *
     * @return the client's secret
     */
    public String apply(KeycloakAccess access, KeycloakWish wish) {
        var act = Act.of("identity.keycloak").on("identity-provider", access.realm(), access.realm());
        return acts.attempt(act, () -> {
            var realm = realm(access, wish);
            var changes = realm.plan().stream().filter(change -> !change.isNothing());
            var names = String.join(", ", changes.map(KeycloakChange::object).toList());
            var secret = realm.apply();
            acts.record(act.after(Map.of("server", access.server().toString(), "changed", names)));
            return secret;
        });
    }

    private KeycloakRealm realm(KeycloakAccess access, KeycloakWish wish) {
        person.require(Role.ADMIN);
        var host = access.server().getHost();
        if (host == null || MetadataAddress.isBehind(host)) {
            throw new ProblemException(Problem.of("identity-issuer-form"));
        }
        return new KeycloakRealm(KeycloakClient.open(access), wish);
    }
}
