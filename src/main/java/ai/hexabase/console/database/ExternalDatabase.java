package ai.hexabase.console.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that somebody else runs, and how the console gets in.
 *
 * @param database its name on that server
 * @param application the role with which the console works
 * @param owner the role that owns the tables, makes and changes them; null when the application's does that too
 * @param authority certificates in PEM of who vouches for the server, null for those that this machine knows
 */
public record ExternalDatabase(
        String host,
        int port,
        String database,
        Login application,
        @Nullable Login owner,
        Tls tls,
        @Nullable String authority) {
    /** The oldest major version of PostgreSQL that has all the console uses. */
    public static final int OLDEST = 16;

    /** What the connection must be like. */
    public enum Tls {
        /** Encrypted, and the server proves its name. */
        VERIFY_FULL,
        /** Encrypted, to whoever answers. */
        REQUIRE,
        /** Readable by everybody on the way. */
        DISABLE;

        /** As PostgreSQL writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The role that makes the tables. */
    public Login maker() {
        return owner == null ? application : owner;
    }

    public String address() {
        return host + ":" + port + "/" + database;
    }

    /** A connection of its own for a look. */
    public Connection connect(Login login) throws SQLException {
        return access().connect(login, Map.of("socketTimeout", "15", "loginTimeout", "15"));
    }

    String url() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return "jdbc:postgresql://" + name + ":" + port + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    Access access() {
        return new Access(url(), application, owner, properties());
    }

    /** Settings of the driver. */
    private Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("sslmode", tls.word());
        properties.put("currentSchema", "public");
        if (tls == Tls.VERIFY_FULL) {
            properties.put("sslfactory", authority == null ? OWN_AUTHORITIES : PemTrust.class.getName());
            if (authority != null) {
                properties.put("sslfactoryarg", authority);
            }
        }
        return Map.copyOf(properties);
    }

    /** Those that this machine's Java knows. */
    private static final String OWN_AUTHORITIES = "org.postgresql.ssl.DefaultJavaSSLFactory";
}
