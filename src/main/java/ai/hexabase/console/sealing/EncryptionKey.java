package ai.hexabase.console.sealing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be known of the key that seals the keyset.
 *
 * @param origin the path of its file, or the name of the environment's variable
 * @param fromEnvironment whether it comes from the environment, where the console cannot exchange it
 * @param fingerprint the first 64 bits of its SHA-256, in hexadecimal digits
 * @param since since when it seals the keyset
 * @param testedAt when a copy of it was last shown to open what is sealed; null when none was
 * @param testedBy who showed that
 */
public record EncryptionKey(
        String origin,
        boolean fromEnvironment,
        String fingerprint,
        Instant since,
        @Nullable Instant testedAt,
        @Nullable String testedBy) {}
