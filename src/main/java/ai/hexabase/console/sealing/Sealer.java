package ai.hexabase.console.sealing;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals and opens secrets with XChaCha20-Poly1305. The keyset stands in the database, itself sealed with the key
 * encryption key, which never does.
 */
@Component
public class Sealer {
    private final KeyEncryptionKey kek;
    private final KeysetStore keysets;
    private volatile @Nullable Keyset loaded;

    Sealer(KeyEncryptionKey kek, KeysetStore keysets) {
        this.kek = kek;
        this.keysets = keysets;
    }

    /** Seals a secret; only the same {@code associatedData}, such as the owner's id, opens it again. */
    public byte[] seal(byte[] secret, String associatedData) {
        try {
            return aead().encrypt(secret, bytes(associatedData));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /** Opens what was sealed; wrong key, wrong associated data or a changed byte is problem {@code sealing-cannot-open}. */
    public byte[] open(byte[] sealed, String associatedData) {
        try {
            return aead().decrypt(sealed, bytes(associatedData));
        } catch (GeneralSecurityException e) {
            throw new ProblemException(Problem.of("sealing-cannot-open"), e);
        }
    }

    private Aead aead() {
        return keyset().aead();
    }

    /** The keyset in use, made when there is none yet. */
    Keyset keyset() {
        var known = loaded;
        return known != null ? known : load();
    }

    private synchronized Keyset load() {
        var key = kek.get();
        var stored = keysets.find()
                .orElseGet(() -> keysets.insertUnlessPresent(Keyset.random().wrap(key)));
        var keyset = Keyset.unwrap(stored.wrapped(), key)
                .or(() -> halfWay(stored, key))
                .or(() -> kek.former().flatMap(former -> Keyset.unwrap(stored.wrapped(), former)))
                .orElseThrow(() -> new ProblemException(Problem.of("sealing-key-wrong", kek.origin())));
        loaded = keyset;
        return keyset;
    }

    /** The key was put in its place and the console ended before it was noted: the second wrapping is the one. */
    private static Optional<Keyset> halfWay(KeysetStore.Stored stored, KeyMaterial key) {
        var next = stored.next();
        return next == null ? Optional.empty() : Keyset.unwrap(next, key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
