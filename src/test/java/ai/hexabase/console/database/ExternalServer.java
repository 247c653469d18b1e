package ai.hexabase.console.database;

import ai.hexabase.console.common.OwnerFile;
import ai.hexabase.console.database.ExternalDatabase.Tls;
import ai.hexabase.console.fleet.CertificateAuthority;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs: with TLS, passwords, and roles that are no superusers. */
public final class ExternalServer implements AutoCloseable {
    public static final String OWNER = "hexabase_owner";
    public static final String APPLICATION = "hexabase_console";
    public static final String DATABASE = "hexabase";
    /** The certificate is for this address alone. */
    public static final String HOST = "127.0.0.1";

    private static final String PASSWORD = "s3cret-of-the-test";
    private final Path directory;
    private final CertificateAuthority authority =
            new CertificateAuthority("Test authority", Clock.systemUTC().instant());
    private @Nullable EmbeddedPostgres server;
    private int port;

    private ExternalServer(Path directory) {
        this.directory = directory;
    }

    public static ExternalServer start() throws IOException, SQLException {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        var external = new ExternalServer(
                Files.createTempDirectory(parent, "external-").toAbsolutePath());
        var identity = external.authority.server(
                "postgres", List.of(HOST), Clock.systemUTC().instant());
        OwnerFile.create(external.directory.resolve("server.crt"), identity.certificate());
        OwnerFile.create(external.directory.resolve("server.key"), identity.key());
        OwnerFile.create(external.directory.resolve("password"), PASSWORD + "\n");
        external.startAgain();
        external.prepare();
        return external;
    }

    /** Where it was, with its data. */
    public void startAgain() throws IOException {
        var log = directory.resolve("postgres.log").toFile();
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(ConsoleToKill.BINARIES.toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("ssl", "on")
                .setServerConfig(
                        "ssl_cert_file", directory.resolve("server.crt").toString())
                .setServerConfig("ssl_key_file", directory.resolve("server.key").toString())
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.resolve("password").toString())
                .setConnectConfig("password", PASSWORD)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .start();
        port = server.getPort();
    }

    /** What docs/database.md tells the administrator of the server to do. */
    private void prepare() throws SQLException {
        execute(
                "postgres",
                "create role " + OWNER + " login password '" + PASSWORD + "'",
                "create role " + APPLICATION + " login password '" + PASSWORD + "'",
                "create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8' template template0",
                "revoke all on database " + DATABASE + " from public",
                "grant connect on database " + DATABASE + " to " + APPLICATION);
    }

    public ExternalDatabase database() {
        return database(HOST, DATABASE, APPLICATION, OWNER, Tls.VERIFY_FULL);
    }

    /** @param owner null for none of its own */
    public ExternalDatabase database(String host, String name, String role, @Nullable String owner, Tls tls) {
        return new ExternalDatabase(
                host,
                port,
                name,
                new Login(role, PASSWORD),
                owner == null ? null : new Login(owner, PASSWORD),
                tls,
                tls == Tls.VERIFY_FULL ? authority.certificate() : null);
    }

    public String authority() {
        return authority.certificate();
    }

    public String password() {
        return PASSWORD;
    }

    public int port() {
        return port;
    }

    /** As the superuser. */
    public void execute(String database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    public String ask(String database, String sql) throws SQLException {
        try (var connection = connect(database)) {
            return Tables.strings(connection, sql).getFirst();
        }
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + HOST + ":" + port + "/" + database, "postgres", PASSWORD);
    }

    /** At once, as when somebody pulls the plug. */
    public void kill() throws IOException {
        var process = Postmaster.of(directory.resolve("data")).process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        // gives its directory back
        close();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
