package ai.hexabase.console.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells about the database in use. */
@Component
public class Databases {
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums");

    private final ConsoleDatabase database;
    private final Clock clock;
    private final EmbeddedDatabase embedded;

    Databases(ConsoleDatabase database, Environment settings, Clock clock) {
        this.database = database;
        this.clock = clock;
        embedded = EmbeddedDatabase.of(settings);
    }

    public DatabaseKind kind() {
        return database.current().kind();
    }

    /** Of PostgreSQL, without what its packager added. */
    public String version() throws SQLException {
        try (var connection = database.getConnection()) {
            return one(connection, "select split_part(current_setting('server_version'), ' ', 1)");
        }
    }

    public PresentDatabase present() throws SQLException {
        try (var connection = database.getConnection()) {
            var kind = kind();
            var role = one(connection, "select current_user");
            return new PresentDatabase(
                    kind,
                    one(connection, "show server_version"),
                    address(connection),
                    kind == DatabaseKind.EMBEDDED ? embedded.data().toAbsolutePath() : null,
                    role,
                    one(
                            connection,
                            "select pg_get_userbyid(relowner) from pg_class where oid = 'public.audit_entry'::regclass"),
                    AuditGuard.of(connection, role),
                    tls(connection),
                    Long.parseLong(one(connection, "select pg_database_size(current_database())")),
                    free(),
                    rows(connection),
                    settings(connection),
                    clock.instant());
        }
    }

    /** As the driver was told; the server may know itself by another. */
    private static String address(Connection connection) throws SQLException {
        return connection
                .getMetaData()
                .getURL()
                .replaceFirst("^jdbc:postgresql://", "")
                .replaceFirst("\\?.*$", "");
    }

    private static @Nullable String tls(Connection connection) throws SQLException {
        var version = one(
                connection,
                "select coalesce((select version from pg_stat_ssl where pid = pg_backend_pid() and ssl), '')");
        return version.isEmpty() ? null : version;
    }

    private OptionalLong free() {
        try {
            return kind() == DatabaseKind.EMBEDDED
                    ? OptionalLong.of(Files.getFileStore(embedded.data()).getUsableSpace())
                    : OptionalLong.empty();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static Map<String, Long> rows(Connection connection) throws SQLException {
        var rows = new LinkedHashMap<String, Long>();
        for (var table : Tables.all(connection)) {
            rows.put(
                    table.name(),
                    Long.parseLong(one(connection, "select count(*) from public." + SqlName.of(table.name()))));
        }
        return rows;
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        var settings = new LinkedHashMap<String, String>();
        for (var name : DURABLE) {
            settings.put(name, one(connection, "show " + name));
        }
        return settings;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        return Objects.requireNonNullElse(Tables.strings(connection, sql).getFirst(), "");
    }
}
