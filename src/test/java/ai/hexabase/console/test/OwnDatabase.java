package ai.hexabase.console.test;

import ai.hexabase.console.database.OwnerOf;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database of its own on the running console's server, with all tables and nobody else working on them. */
public final class OwnDatabase {
    /** By the console's address: migrated once, then copied. */
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private OwnDatabase() {}

    public static HikariDataSource beside(DataSource console) {
        var owner = OwnerOf.the(console);
        var template = TEMPLATES.computeIfAbsent(owner.url(), url -> template(owner));
        return open(owner, create(owner, " template " + template));
    }

    private static String template(OwnerOf owner) {
        var name = create(owner, "");
        try (var database = open(owner, name)) {
            Flyway.configure().dataSource(database).load().migrate();
        }
        return name;
    }

    private static String create(OwnerOf owner, String how) {
        var name = "own_" + UUID.randomUUID().toString().replace("-", "");
        owner.execute("create database " + name + how);
        return name;
    }

    private static HikariDataSource open(OwnerOf owner, String name) {
        var own = new HikariDataSource();
        own.setJdbcUrl(owner.url().replaceAll("/[^/]*$", "/" + name));
        own.setUsername(owner.user());
        own.setPassword(owner.password());
        own.setMaximumPoolSize(5);
        own.setMinimumIdle(0);
        return own;
    }
}
