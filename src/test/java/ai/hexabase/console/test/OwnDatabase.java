package ai.hexabase.console.test;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;

/** A database of its own on the running console's server, with all tables and nobody else working on them. */
public final class OwnDatabase {
    /** By the console's address: migrated once, then copied. */
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private OwnDatabase() {}

    public static HikariDataSource beside(HikariDataSource console) {
        var template = TEMPLATES.computeIfAbsent(console.getJdbcUrl(), url -> template(console));
        return open(console, create(console, " template " + template));
    }

    private static String template(HikariDataSource console) {
        var name = create(console, "");
        try (var database = open(console, name)) {
            Flyway.configure().dataSource(database).load().migrate();
        }
        return name;
    }

    private static String create(HikariDataSource console, String how) {
        var name = "own_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = console.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return name;
    }

    private static HikariDataSource open(HikariDataSource console, String name) {
        var own = new HikariDataSource();
        own.setJdbcUrl(console.getJdbcUrl().replaceAll("/[^/]*$", "/" + name));
        own.setUsername(console.getUsername());
        own.setPassword(console.getPassword());
        own.setMaximumPoolSize(5);
        own.setMinimumIdle(0);
        return own;
    }
}
