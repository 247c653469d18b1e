package ai.hexabase.console.common;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises that something failed because of the console's database, by SQLSTATE (ISO 9075). */
public final class DatabaseTrouble {
    /** PostgreSQL: shut down by an administrator, crashed, not yet ready. */
    private static final Set<String> SHUT_DOWN = Set.of("57P01", "57P02", "57P03");

    private static final String CONNECTION_CLASS = "08";
    /** PostgreSQL: disk full. */
    private static final String FULL = "53100";

    private static final String READ_ONLY = "25006";
    /** The console's own: its data are being moved to another database. */
    public static final String MOVING = "HX001";

    private DatabaseTrouble() {}

    /** What to tell the person whose act ran into it; empty when the database is not the cause. */
    public static Optional<Problem> in(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failed) {
                var code = code(failed);
                if (code.isPresent()) {
                    return code.map(known -> Problem.of(known).saying(failed.getMessage()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> code(SQLException failed) {
        if (FULL.equals(failed.getSQLState())) {
            return Optional.of("database-full");
        }
        if (READ_ONLY.equals(failed.getSQLState())) {
            return Optional.of("database-read-only");
        }
        if (MOVING.equals(failed.getSQLState())) {
            return Optional.of("database-moving");
        }
        return isAway(failed) ? Optional.of("database-away") : Optional.empty();
    }

    private static boolean isAway(SQLException failed) {
        var state = failed.getSQLState();
        return failed instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith(CONNECTION_CLASS) || SHUT_DOWN.contains(state)));
    }
}
