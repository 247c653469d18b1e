package ai.hexabase.console.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** The keys that secrets are sealed with (XChaCha20-Poly1305); leaves this process wrapped only. */
final class Keyset {
    private static final byte[] PURPOSE = "hexabase-console keyset".getBytes(StandardCharsets.UTF_8);

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink does not offer XChaCha20-Poly1305", e);
        }
    }

    private final KeysetHandle handle;

    private Keyset(KeysetHandle handle) {
        this.handle = handle;
    }

    static Keyset random() {
        try {
            return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.XCHACHA20_POLY1305));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No new keyset could be made", e);
        }
    }

    /** Empty when the key is not the one it was wrapped with. */
    static Optional<Keyset> unwrap(String wrapped, KeyMaterial key) {
        try {
            return Optional.of(
                    new Keyset(TinkJsonProtoKeysetFormat.parseEncryptedKeyset(wrapped, key.aead(), PURPOSE)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    String wrap(KeyMaterial key) {
        try {
            return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, key.aead(), PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset could not be wrapped", e);
        }
    }

    Aead aead() {
        try {
            return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink does not offer XChaCha20-Poly1305", e);
        }
    }
}
