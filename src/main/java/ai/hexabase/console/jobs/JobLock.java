package ai.hexabase.console.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One piece per job at a time, even when a slow console is taken for dead: an advisory lock of PostgreSQL on a
 * connection of its own, which ends with that console's process.
 */
final class JobLock {
    private final DataSource database;

    JobLock(DataSource database) {
        this.database = database;
    }

    /** The result of the action, or empty when somebody else holds the lock. */
    <T> Optional<T> whileHolding(String name, Supplier<T> action) {
        try (var connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                return Optional.empty();
            }
            try {
                return Optional.of(action.get());
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The lock of " + name + " could not be taken or given back", broken);
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
