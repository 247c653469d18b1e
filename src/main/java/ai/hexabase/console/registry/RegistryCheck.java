package ai.hexabase.console.registry;

import ai.hexabase.console.common.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a test of a registry showed.
 *
 * @param image what was asked for, as repository and tag or digest
 * @param digest of the manifest that was found; null when none was
 * @param signIn how the registry let the console in; null when it did not come that far
 * @param problem why no manifest was found; null when one was
 */
public record RegistryCheck(
        Instant at,
        String image,
        @Nullable String digest,
        @Nullable SignIn signIn,
        @Nullable Problem problem) {
    /** How a registry lets in (OCI Distribution, RFC 7235). */
    public enum SignIn {
        /** It asks nobody who they are. */
        NONE,
        /** Name and password with each request. */
        BASIC,
        /** A token from the server that it names. */
        TOKEN
    }
}
