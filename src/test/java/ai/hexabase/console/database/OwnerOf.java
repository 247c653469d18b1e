package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The role that owns the tables of a running console, which the console itself does not work as. */
public record OwnerOf(String url, String user, String password, Access access) {
    public static OwnerOf the(DataSource console) {
        try {
            var access = console.unwrap(ConsoleDatabase.class).current().access();
            return new OwnerOf(
                    access.url(), access.maker().user(), access.maker().password(), access);
        } catch (SQLException other) {
            throw new IllegalStateException(other);
        }
    }

    /** As another program would. */
    public Connection connectAs(String program) throws SQLException {
        var connection = access.asMaker();
        connection.setClientInfo("ApplicationName", program);
        return connection;
    }

    public void execute(String... statements) {
        try (var connection = access.asMaker();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public String toString() {
        return "OwnerOf[" + url + "]";
    }
}
