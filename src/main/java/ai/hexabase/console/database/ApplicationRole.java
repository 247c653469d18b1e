package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The role of the embedded database that the console works as: it may log in, and nothing else by itself. */
final class ApplicationRole {
    private ApplicationRole() {}

    /** Makes it, or puts its password and its limits right. */
    static void make(Connection owner, Login login) throws SQLException {
        var name = SqlName.of(login.user());
        try (var statement = owner.createStatement()) {
            if (!isThere(owner, login.user())) {
                statement.execute("create role " + name);
            }
            statement.execute("alter role " + name
                    + " login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls");
        }
        // Sent as a verifier, so that no log of the server can hold the password.
        owner.unwrap(PGConnection.class)
                .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    }

    private static boolean isThere(Connection owner, String role) throws SQLException {
        try (var statement = owner.prepareStatement("select from pg_roles where rolname = ?")) {
            statement.setString(1, role);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
