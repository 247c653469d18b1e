package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Something done as the owner of the tables at one moment of the migrations. */
abstract class MigrationStep implements Callback {
    private final Event when;
    private final String name;

    /** @param name for logs and errors */
    MigrationStep(Event when, String name) {
        this.when = when;
        this.name = name;
    }

    abstract void run(Connection owner) throws SQLException;

    @Override
    public final boolean supports(Event event, Context context) {
        return event == when;
    }

    @Override
    public final boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public final void handle(Event event, Context context) {
        try {
            run(context.getConnection());
        } catch (SQLException failed) {
            throw new IllegalStateException(name + " failed", failed);
        }
    }

    @Override
    public final String getCallbackName() {
        return name;
    }
}
