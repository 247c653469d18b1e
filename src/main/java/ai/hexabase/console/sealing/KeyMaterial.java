package ai.hexabase.console.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;

/** 256 bits that wrap the keyset. */
final class KeyMaterial {
    private static final int BYTES = 32;
    /** Random bytes have about thirty different ones; fewer than this come from no generator. */
    private static final int FEWEST_DIFFERENT = 16;

    private final byte[] bytes;

    private KeyMaterial(byte[] bytes) {
        this.bytes = bytes;
    }

    static KeyMaterial random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new KeyMaterial(bytes);
    }

    /** From base64; empty when it is none or not 256 bits. */
    static Optional<KeyMaterial> read(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            return bytes.length == BYTES ? Optional.of(new KeyMaterial(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // The text of the exception may quote the key.
            return Optional.empty();
        }
    }

    /** Whether no random generator would have made it. */
    boolean isWeak() {
        return IntStream.range(0, BYTES).map(at -> bytes[at]).distinct().count() < FEWEST_DIFFERENT;
    }

    String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The first 64 bits of the SHA-256 of the key: tells keys apart, says nothing about them. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Aead aead() {
        try {
            return new AesGcmJce(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyMaterial key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "KeyMaterial[" + fingerprint() + "]";
    }
}
