package ai.hexabase.console.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stands for entries that were removed because their time was over.
 *
 * @param hash of the last of them, which the first entry that is left follows
 * @param at when they were removed, ISO 8601 in UTC
 * @param setting version of the retention that was followed
 * @param keepDays what that said
 * @param keyId which key signed
 * @param signature Ed25519 (RFC 8032) over the word {@code stub}, {@code fromSeq}, {@code toSeq}, {@code hash},
 *     {@code at}, {@code setting} and {@code keepDays}, each followed by a line feed
 */
public record Stub(
        long fromSeq, long toSeq, String hash, String at, long setting, int keepDays, String keyId, byte[] signature) {
    public long entries() {
        return toSeq - fromSeq + 1;
    }

    byte[] signed() {
        return List.of("stub", fromSeq, toSeq, hash, at, setting, keepDays).stream()
                .map(field -> field + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    Stub signedBy(SigningKeys keys) {
        var seal = keys.sign(signed());
        return new Stub(fromSeq, toSeq, hash, at, setting, keepDays, seal.keyId(), seal.signature());
    }
}
