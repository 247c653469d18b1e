package ai.hexabase.console.audit;

import java.nio.charset.StandardCharsets;

/**
 * A signed place of the chain.
 *
 * @param at when it was signed, ISO 8601 in UTC
 * @param keyId which key signed: the first 16 hex digits of SHA-256 over its public part
 * @param signature Ed25519 (RFC 8032) over {@code seq}, {@code hash} and {@code at}, each followed by a line feed
 */
record Checkpoint(long seq, String hash, String at, String keyId, byte[] signature) {
    byte[] signed() {
        return signed(seq, hash, at);
    }

    static byte[] signed(long seq, String hash, String at) {
        return (seq + "\n" + hash + "\n" + at + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
