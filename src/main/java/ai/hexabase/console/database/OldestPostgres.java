package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** A server that is too old is refused before anything is made in it. */
final class OldestPostgres implements Callback {
    private static final int MAJOR = 10_000;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            require(context.getConnection(), ExternalDatabase.OLDEST);
        } catch (SQLException unknown) {
            throw new IllegalStateException("The version of PostgreSQL could not be read", unknown);
        }
    }

    /** @param oldest major version */
    static void require(Connection connection, int oldest) throws SQLException {
        var number = Tables.strings(connection, "show server_version_num").getFirst();
        if (Integer.parseInt(number) / MAJOR < oldest) {
            var version = Tables.strings(connection, "show server_version").getFirst();
            throw new StartRefused(
                    "The console’s database is PostgreSQL " + version + ", which is too old",
                    "Use PostgreSQL " + oldest + " or newer. Nothing was changed there.");
        }
    }

    @Override
    public String getCallbackName() {
        return "oldest PostgreSQL";
    }
}
