package ai.hexabase.console.database;

import ai.hexabase.console.common.OwnerFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The external database that the console was moved to, in a file that only the console's user can read. */
record StoredDatabase(Path file) {
    private static final String REMARK = "Hexabase Console keeps its data in this database; docs/database.md";

    static StoredDatabase in(Path dataDirectory) {
        return new StoredDatabase(dataDirectory.resolve("database.properties"));
    }

    /** From now on the console starts with this one. */
    void save(ExternalDatabase database) throws IOException {
        var values = new Properties();
        values.setProperty("host", database.host());
        values.setProperty("port", String.valueOf(database.port()));
        values.setProperty("database", database.database());
        put(values, "", database.application());
        if (database.owner() != null) {
            put(values, "owner-", database.owner());
        }
        values.setProperty("tls", database.tls().word());
        if (database.authority() != null) {
            values.setProperty("authority", database.authority());
        }
        var text = new StringWriter();
        values.store(text, REMARK);
        try {
            OwnerFile.create(file, text.toString());
        } catch (IOException half) {
            Files.deleteIfExists(file);
            throw half;
        }
    }

    private static void put(Properties values, String prefix, Login login) {
        values.setProperty(prefix + "username", login.user());
        values.setProperty(prefix + "password", login.password());
    }

    /** Empty when the console was never moved. */
    Optional<ExternalDatabase> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var values = new Properties();
            values.load(new StringReader(Files.readString(file)));
            return Optional.of(read(values));
        } catch (IOException | RuntimeException unreadable) {
            throw new StartRefused(
                    "The file " + file.toAbsolutePath() + " names the console’s database but cannot be read: "
                            + unreadable.getMessage(),
                    "Put it right as docs/database.md describes. Nothing was changed.");
        }
    }

    private static ExternalDatabase read(Properties values) {
        return new ExternalDatabase(
                required(values, "host"),
                Integer.parseInt(required(values, "port")),
                required(values, "database"),
                new Login(required(values, "username"), required(values, "password")),
                owner(values),
                ExternalDatabase.Tls.valueOf(
                        required(values, "tls").toUpperCase(Locale.ROOT).replace('-', '_')),
                values.getProperty("authority"));
    }

    private static @Nullable Login owner(Properties values) {
        var user = values.getProperty("owner-username");
        return user == null ? null : new Login(user, required(values, "owner-password"));
    }

    private static String required(Properties values, String name) {
        var value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("the line " + name + "= is missing");
        }
        return value;
    }
}
