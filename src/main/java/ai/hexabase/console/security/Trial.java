package ai.hexabase.console.security;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.identity.Identity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a sign-in on trial; nobody was signed in.
 *
 * @param by account name of the administrator who tried
 * @param identity null when it did not come that far
 * @param claims as received
 * @param problem why it failed; null when it did not
 */
public record Trial(
        String by,
        Instant at,
        @Nullable Identity identity,
        Map<String, Object> claims,
        @Nullable Problem problem) {
    /** Whom only a missing role keeps out, by account name. */
    public Optional<String> roleless() {
        return Optional.ofNullable(identity)
                .filter(found -> found.roles().isEmpty())
                .map(Identity::name)
                .filter(name -> !name.isEmpty());
    }

    /** Whether the person would be let in. */
    public boolean wouldSignIn() {
        var found = identity;
        return found != null && !found.name().isEmpty() && !found.roles().isEmpty();
    }
}
