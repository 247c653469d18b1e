package ai.hexabase.console.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key of the console's client at an identity provider.
 *
 * @param jwk as JSON Web Key (RFC 7517)
 * @param usedFrom when it began, or begins, to be used
 * @param publishedUntil null while no newer one is there
 */
public record ClientKey(
        String id,
        String provider,
        String jwk,
        Instant createdAt,
        Instant usedFrom,
        @Nullable Instant publishedUntil) {
    boolean isPublished(Instant now) {
        return publishedUntil == null || publishedUntil.isAfter(now);
    }
}
