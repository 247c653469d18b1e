package ai.hexabase.console.sealing;

import ai.hexabase.console.common.OwnerFile;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The 256-bit key that seals the keyset: from the environment, else from a file that only the console's user reads,
 * made on first use.
 */
@Component
class KeyEncryptionKey {
    private static final int BYTES = 32;
    private static final String VARIABLE = "CONSOLE_ENCRYPTION_KEY";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final String fromEnvironment;
    private final Path file;

    KeyEncryptionKey(
            @Value("${" + VARIABLE + ":}") String fromEnvironment, @Value("${console.data-dir}") Path dataDirectory) {
        this.fromEnvironment = fromEnvironment.strip();
        this.file = dataDirectory.resolve("master.key");
    }

    /** Where the key comes from, for people. */
    String origin() {
        return fromEnvironment.isEmpty() ? file.toString() : VARIABLE;
    }

    Aead aead() throws GeneralSecurityException {
        return new AesGcmJce(decode(fromEnvironment.isEmpty() ? fromFile() : fromEnvironment));
    }

    private byte[] decode(String text) {
        try {
            var key = Base64.getDecoder().decode(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // The text of the exception may quote the key.
        }
        throw new ProblemException(Problem.of("sealing-key-malformed", origin()));
    }

    private String fromFile() {
        try {
            create();
            var excess = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            excess.removeAll(OWNER_ONLY);
            excess.remove(PosixFilePermission.OWNER_EXECUTE);
            if (!excess.isEmpty()) {
                throw new ProblemException(Problem.of("sealing-key-open", file));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("sealing-key-unreadable", file).saying(e.toString()), e);
        }
    }

    private void create() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        OwnerFile.create(file, Base64.getEncoder().encodeToString(key));
    }
}
