package ai.hexabase.console.security;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's session.
 *
 * @param provider who vouched for the person: {@code local} or an identity provider's id
 * @param providerSession the provider's own name for its session, null when it named none
 * @param agent what the browser calls itself
 * @param endedBy null while it goes on
 */
public record PersonSession(
        UUID id,
        String account,
        String provider,
        String subject,
        @Nullable String providerSession,
        @Nullable String address,
        @Nullable String agent,
        Instant signedInAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        @Nullable SessionEnd endedBy) {}
