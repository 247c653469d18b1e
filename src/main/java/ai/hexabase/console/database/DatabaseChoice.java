package ai.hexabase.console.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Which database this console works with: one named by hand, else the one it was moved to, else its own. */
record DatabaseChoice(Environment settings) {
    private static final String NONE = "__none__";

    Path directory() {
        return Path.of(settings.getRequiredProperty("console.data-dir"));
    }

    DatabaseKind kind() {
        if (!settings.getProperty("spring.datasource.url", NONE).equals(NONE)) {
            return DatabaseKind.NAMED;
        }
        return StoredDatabase.in(directory()).read().isPresent() ? DatabaseKind.MOVED : DatabaseKind.EMBEDDED;
    }

    /** Empty when the console runs its own. */
    Optional<Access> external() {
        return switch (kind()) {
            case NAMED -> Optional.of(named());
            case MOVED -> StoredDatabase.in(directory()).read().map(ExternalDatabase::access);
            case EMBEDDED -> Optional.empty();
        };
    }

    private Access named() {
        var application = login("spring.datasource.");
        return new Access(
                settings.getRequiredProperty("spring.datasource.url"),
                application == null ? new Login("", "") : application,
                login("console.database.owner-"),
                Map.of());
    }

    private @Nullable Login login(String prefix) {
        var user = settings.getProperty(prefix + "username");
        return user == null || user.isBlank() ? null : new Login(user, settings.getProperty(prefix + "password", ""));
    }
}
