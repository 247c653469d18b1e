package ai.hexabase.console.identity;

import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a provider's claims describe, in the console's words.
 *
 * @param name account name, empty when the claim for it is missing
 * @param displayName the name the person goes by
 * @param values what the roles claim holds
 * @param grants what these values give; empty when the person may not sign in
 */
public record Identity(String name, String displayName, List<String> values, Set<Grant> grants) {
    /** Which claim holds the name that a person goes by. */
    private static final String DISPLAY_NAME = "name";

    public Identity {
        values = List.copyOf(values);
        grants = Set.copyOf(grants);
    }

    /** The roles, whatever each is limited to. */
    public Set<Role> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toSet());
    }

    /** What the claims say by the provider's rules. */
    public static Identity of(IdentityProvider provider, Map<String, Object> claims) {
        var name = Claims.text(claims, provider.nameClaim()).orElse("").strip();
        var values = Claims.texts(claims, provider.rolesClaim());
        var grants = provider.rules().stream()
                .filter(rule -> values.contains(rule.value()))
                .map(RoleRule::grant)
                .collect(Collectors.toSet());
        return new Identity(name, Claims.text(claims, DISPLAY_NAME).orElse(name), values, grants);
    }
}
