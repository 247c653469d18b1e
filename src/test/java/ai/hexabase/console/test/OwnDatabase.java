package ai.hexabase.console.test;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A database of its own on the running console's server, with all tables and nobody else working on them. */
public final class OwnDatabase {
    private OwnDatabase() {}

    public static HikariDataSource beside(HikariDataSource console) {
        var name = "own_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = console.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
        var own = new HikariDataSource();
        own.setJdbcUrl(console.getJdbcUrl().replaceAll("/[^/]*$", "/" + name));
        own.setUsername(console.getUsername());
        own.setPassword(console.getPassword());
        own.setMaximumPoolSize(5);
        Flyway.configure().dataSource(own).load().migrate();
        return own;
    }
}
