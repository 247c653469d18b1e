package ai.hexabase.console.identity;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider as an administrator set it up; its client's secret is kept apart and never shown.
 *
 * @param id stands in the addresses that the provider knows: lower-case letters, digits and hyphens
 * @param name as people know it, on the button of the sign-in page
 * @param issuer exactly as the provider writes it in its tokens
 * @param scopes besides {@code openid}
 * @param nameClaim holds the account name, such as {@code preferred_username}; parts of a path are joined by dots
 * @param rolesClaim holds groups or roles, such as {@code groups} or {@code realm_access.roles}
 * @param authorities certificates (PEM) to trust beside the public ones; empty when there are none
 * @param on whether people may sign in through it
 * @param testedAt when somebody last signed in on trial and would have had a role; null after each change that matters
 */
public record IdentityProvider(
        String id,
        String name,
        URI issuer,
        String clientId,
        List<String> scopes,
        String nameClaim,
        String rolesClaim,
        List<RoleRule> rules,
        String authorities,
        boolean on,
        @Nullable Instant testedAt) {
    public static final String NAME_CLAIM = "preferred_username";
    public static final String ROLES_CLAIM = "groups";
    public static final List<String> SCOPES = List.of("profile", "email");

    public IdentityProvider {
        scopes = List.copyOf(scopes);
        rules = List.copyOf(rules);
    }

    /** Switched on or off. */
    IdentityProvider switched(boolean nowOn) {
        return new IdentityProvider(
                id, name, issuer, clientId, scopes, nameClaim, rolesClaim, rules, authorities, nowOn, testedAt);
    }

    /** Tested then, or not at all. */
    IdentityProvider tested(@Nullable Instant when) {
        return new IdentityProvider(
                id, name, issuer, clientId, scopes, nameClaim, rolesClaim, rules, authorities, on, when);
    }

    /** Whether a trial of the other says nothing about this one; its name alone may differ. */
    boolean differsInMoreThanName(IdentityProvider other) {
        var renamed = new IdentityProvider(
                id,
                other.name,
                issuer,
                clientId,
                scopes,
                nameClaim,
                rolesClaim,
                rules,
                authorities,
                other.on,
                other.testedAt);
        return !renamed.equals(other);
    }

    /** For the record. */
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("issuer", issuer.toString());
        facts.put("client", clientId);
        facts.put("scopes", String.join(" ", scopes));
        facts.put("name claim", nameClaim);
        facts.put("roles claim", rolesClaim);
        rules.forEach(rule -> facts.merge("roles of " + rule.value(), words(rule), (one, other) -> one + ", " + other));
        facts.put("own authorities", !authorities.isEmpty());
        facts.put("on", on);
        return facts;
    }

    private static String words(RoleRule rule) {
        var scope = rule.scope();
        return scope.limited()
                ? rule.role() + " for installations " + scope.installations() + " and clusters " + scope.clusters()
                : rule.role().name();
    }
}
