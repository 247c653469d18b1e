package ai.hexabase.console.sealing;

import ai.hexabase.console.common.OwnerFile;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The 256-bit key that seals the keyset: from the environment, else from a file that only the console's user reads,
 * made on first use.
 */
@Component
class KeyEncryptionKey {
    static final String VARIABLE = "CONSOLE_ENCRYPTION_KEY";
    /** Holds the key before the one in {@link #VARIABLE}, for the one start that exchanges them. */
    static final String FORMER = VARIABLE + "_FORMER";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final String fromEnvironment;
    private final String former;
    private final Path file;

    @Autowired
    KeyEncryptionKey(
            @Value("${" + VARIABLE + ":}") String fromEnvironment,
            @Value("${" + FORMER + ":}") String former,
            @Value("${console.data-dir}") Path dataDirectory) {
        this.fromEnvironment = fromEnvironment.strip();
        this.former = former.strip();
        this.file = dataDirectory.resolve("master.key").toAbsolutePath();
    }

    KeyEncryptionKey(String fromEnvironment, Path dataDirectory) {
        this(fromEnvironment, "", dataDirectory);
    }

    /** Where the key comes from, for people. */
    String origin() {
        return isFromEnvironment() ? VARIABLE : file.toString();
    }

    boolean isFromEnvironment() {
        return !fromEnvironment.isEmpty();
    }

    KeyMaterial get() {
        return isFromEnvironment() ? read(fromEnvironment, VARIABLE) : read(fromFile(), file.toString());
    }

    /** The key before this one, where the environment names it. */
    Optional<KeyMaterial> former() {
        return former.isEmpty() ? Optional.empty() : Optional.of(read(former, FORMER));
    }

    private static KeyMaterial read(String text, String origin) {
        return KeyMaterial.read(text)
                .orElseThrow(() -> new ProblemException(Problem.of("sealing-key-malformed", origin)));
    }

    /** Takes the place of the key in the file, as a whole or not at all. */
    void replace(KeyMaterial key) {
        try {
            OwnerFile.create(file, key.text());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private String fromFile() {
        try {
            if (!Files.exists(file)) {
                OwnerFile.create(file, KeyMaterial.random().text());
            }
            var excess = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            excess.removeAll(OWNER_ONLY);
            excess.remove(PosixFilePermission.OWNER_EXECUTE);
            if (!excess.isEmpty()) {
                throw new ProblemException(Problem.of("sealing-key-open", file));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ProblemException unreadable(IOException why) {
        return new ProblemException(Problem.of("sealing-key-unreadable", file).saying(why.toString()), why);
    }
}
