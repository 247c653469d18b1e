package ai.hexabase.console.database;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/** What the console's database is and where it stands, as it says itself. */
@Component
public class DatabaseFacts {
    private static final String QUESTION = """
            select split_part(current_setting('server_version'), ' ', 1), pg_database_size(current_database()),
            current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off'
            """;

    /**
     * The facts of one moment.
     *
     * @param place the data directory of an embedded database, the address of another
     * @param freeBytes room left on the disk, where that is this machine's
     * @param durable whether what was committed survives a power cut
     */
    public record Facts(
            String version, boolean embedded, String place, long bytes, OptionalLong freeBytes, boolean durable) {}

    private final DataSource source;
    private final boolean embedded;
    private final Path directory;
    private final ActingPerson person;

    DatabaseFacts(
            DataSource source,
            ObjectProvider<OwnPostgres> own,
            @Value("${console.data-dir}") Path directory,
            ActingPerson person) {
        this.source = source;
        this.embedded = own.getIfAvailable() != null;
        this.directory = directory.toAbsolutePath();
        this.person = person;
    }

    /** For administrators and auditors. */
    public Facts read() {
        person.require(Role.AUDITOR);
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(QUESTION)) {
            row.next();
            return new Facts(
                    row.getString(1),
                    embedded,
                    embedded
                            ? directory.resolve("postgres").toString()
                            : address(connection.getMetaData().getURL()),
                    row.getLong(2),
                    embedded ? OptionalLong.of(Files.getFileStore(directory).getUsableSpace()) : OptionalLong.empty(),
                    row.getBoolean(3));
        } catch (SQLException failed) {
            throw new UncategorizedSQLException("read the database's facts", QUESTION, failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Without parameters, which may hold a password. */
    private static String address(String url) {
        return url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    }
}
