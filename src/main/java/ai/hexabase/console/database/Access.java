package ai.hexabase.console.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How a database is reached.
 *
 * @param owner null when the application's role owns the tables
 * @param properties settings of the driver
 */
record Access(String url, Login application, @Nullable Login owner, Map<String, String> properties) {
    Access {
        properties = Map.copyOf(properties);
    }

    Login maker() {
        return owner == null ? application : owner;
    }

    /** A connection of its own as the role that makes tables; an answer may take longer than any page should. */
    Connection asMaker() throws SQLException {
        return connect(maker(), Map.of("socketTimeout", "120"));
    }

    /** A connection of its own. */
    Connection connect(Login login, Map<String, String> more) throws SQLException {
        var all = new HashMap<>(properties);
        all.putAll(more);
        if (login.isNamed()) {
            all.put("user", login.user());
            all.put("password", login.password());
        }
        all.put("connectTimeout", "5");
        all.put("tcpKeepAlive", "true");
        all.put("ApplicationName", Pools.NAME);
        var settings = new Properties();
        settings.putAll(all);
        return DriverManager.getConnection(url, settings);
    }
}
