package ai.hexabase.console.database;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The database that is copied: as it is from one moment on, for nobody changes it any more until this is closed. */
record MoveSource(Connection owner, List<Tables.Table> tables) implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String LOCK_TAKEN = "55P03";

    /**
     * Waits for those who write, and keeps out those who come after.
     *
     * @param patience for as long
     */
    static MoveSource hold(Access access, Duration patience) throws SQLException {
        var owner = access.asMaker();
        try {
            awaitQuiet(owner, patience);
            var tables = Tables.all(owner);
            owner.setAutoCommit(false);
            owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            lock(owner, tables);
            return new MoveSource(owner, tables);
        } catch (SQLException | RuntimeException failed) {
            owner.close();
            throw failed;
        }
    }

    private static void awaitQuiet(Connection owner, Duration patience) throws SQLException {
        var until = System.nanoTime() + patience.toNanos();
        while (isBusy(owner)) {
            if (System.nanoTime() > until) {
                throw busy();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static boolean isBusy(Connection owner) throws SQLException {
        return !Tables.strings(owner, """
                select pid::text from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                and (state = 'active' or xact_start is not null)""").isEmpty();
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of("database-busy"));
    }

    /** Before anything is read: what is seen then is what everybody left. */
    private static void lock(Connection owner, List<Tables.Table> tables) throws SQLException {
        var names = tables.stream().map(table -> SqlName.of(table.name())).collect(Collectors.joining(", "));
        try (var statement = owner.createStatement()) {
            statement.execute("set local lock_timeout = '5s'");
            statement.execute("lock table " + names + " in share mode");
        } catch (SQLException refused) {
            if (LOCK_TAKEN.equals(refused.getSQLState())) {
                throw busy();
            }
            throw refused;
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
