package ai.hexabase.console.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The database that all of the console works with, as the application's role; another can take its place. */
final class ConsoleDatabase extends AbstractDataSource implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * One database in use.
     *
     * @param server null when somebody else runs it
     */
    record InUse(
            DatabaseKind kind,
            Access access,
            HikariDataSource pool,
            @Nullable OwnPostgres server) {
        void close() {
            pool.close();
            if (server != null) {
                server.close();
            }
        }
    }

    private final Gate gate = new Gate(PATIENCE);
    private volatile InUse current;

    ConsoleDatabase(InUse first) {
        current = first;
    }

    @Override
    public Connection getConnection() throws SQLException {
        gate.pass();
        return current.pool().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("The console works with one role only");
    }

    InUse current() {
        return current;
    }

    /** From now on whoever wants the database waits. */
    void hold() {
        gate.shut();
    }

    void goOn() {
        gate.open();
    }

    /** Everything goes to the other one from now on; what was used before is the caller's to close. */
    InUse swap(InUse next) {
        var before = current;
        current = next;
        return before;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : current.pool().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || current.pool().isWrapperFor(type);
    }

    @Override
    public void close() throws IOException {
        goOn();
        current.close();
    }
}
