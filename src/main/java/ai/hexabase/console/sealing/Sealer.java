package ai.hexabase.console.sealing;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals and opens secrets with XChaCha20-Poly1305. The keyset stands in the database, itself sealed with the key
 * encryption key, which never does.
 */
@Component
public class Sealer {
    private static final byte[] KEYSET_PURPOSE = "hexabase-console keyset".getBytes(StandardCharsets.UTF_8);

    private final KeyEncryptionKey kek;
    private final KeysetStore keysets;
    private volatile @Nullable Aead aead;

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
        var known = aead;
        return known != null ? known : load();
    }

    private synchronized Aead load() {
        try {
            AeadConfig.register();
            var kekAead = kek.aead();
            var stored = keysets.find().orElseGet(() -> keysets.insertUnlessPresent(newKeyset(kekAead)));
            var handle = open(stored, kekAead);
            var loaded = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            aead = loaded;
            return loaded;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink does not offer XChaCha20-Poly1305", e);
        }
    }

    private static String newKeyset(Aead kek) {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.XCHACHA20_POLY1305);
            return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, kek, KEYSET_PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No new keyset could be made", e);
        }
    }

    private KeysetHandle open(String stored, Aead kekAead) {
        try {
            return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(stored, kekAead, KEYSET_PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new ProblemException(Problem.of("sealing-key-wrong", kek.origin()), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
