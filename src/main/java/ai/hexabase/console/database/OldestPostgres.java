package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Event;

/** A server that is too old is refused before anything is made in it: migrating begins with validating. */
final class OldestPostgres extends MigrationStep {
    OldestPostgres() {
        super(Event.BEFORE_VALIDATE, "reading PostgreSQL's version");
    }

    @Override
    void run(Connection owner) throws SQLException {
        require(owner, ExternalDatabase.OLDEST);
    }

    /** @param oldest major version */
    static void require(Connection connection, int oldest) throws SQLException {
        var server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() < oldest) {
            throw new StartRefused(
                    "The console’s database is PostgreSQL " + server.getDatabaseProductVersion() + ", which is too old",
                    "Use PostgreSQL " + oldest + " or newer. Nothing was changed there.");
        }
    }
}
