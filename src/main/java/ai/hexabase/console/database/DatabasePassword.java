package ai.hexabase.console.database;

import ai.hexabase.console.common.OwnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The embedded database's own password, in a file that only the console's user can read. */
record DatabasePassword(Path file, String value) {
    static DatabasePassword keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            OwnerFile.create(file, random() + "\n");
        }
        return new DatabasePassword(
                file.toAbsolutePath(), Files.readString(file).strip());
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "DatabasePassword[" + file + "]";
    }
}
