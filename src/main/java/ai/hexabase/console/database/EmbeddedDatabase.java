package ai.hexabase.console.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * PostgreSQL run by the console itself, on loopback with passwords of its own.
 *
 * @param directory the console's data directory
 */
record EmbeddedDatabase(Path directory, Path binaries, boolean durable) {
    private static final String OWNER = "postgres";
    private static final String APPLICATION = "hexabase_console";

    static EmbeddedDatabase of(Environment settings) {
        var directory = Path.of(settings.getRequiredProperty("console.data-dir"));
        return new EmbeddedDatabase(
                directory,
                Path.of(settings.getProperty("console.database.binaries", directory + "/postgres-binaries")),
                settings.getProperty("console.database.durable", Boolean.class, true));
    }

    Path data() {
        return directory.resolve("postgres");
    }

    boolean exists() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    OwnPostgres start() throws IOException {
        Room.forDatabase(directory);
        var password = ownerPassword();
        var log = directory.resolve("postgres.log").toFile();
        var onOff = durable ? "on" : "off";
        var settings = EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The library switches these off for tests; ours is a production database.
                .setServerConfig("fsync", onOff)
                .setServerConfig("synchronous_commit", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("unix_socket_directories", "")
                // Given to initdb: later options win over the library's "-A trust".
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", password.file().toString())
                .setConnectConfig("password", password.value())
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log));
        return OwnPostgres.start(data(), port -> settings.setPort(port).start());
    }

    private DatabasePassword ownerPassword() throws IOException {
        return DatabasePassword.keptIn(directory.resolve("postgres-password"));
    }

    private Path applicationPassword() {
        return directory.resolve("postgres-application-password");
    }

    /** Makes the application's role when it is not there yet, as in a data directory of an earlier console. */
    Access prepared(int port) throws IOException, SQLException {
        var application = new Login(
                APPLICATION, DatabasePassword.keptIn(applicationPassword()).value());
        var access = access(port, application);
        try (var connection = access.asMaker()) {
            ApplicationRole.make(connection, application);
        }
        return access;
    }

    /** For reading beside the console: as the application's role, once there is one. */
    Access reading(int port) throws IOException {
        var application = Files.exists(applicationPassword())
                ? new Login(
                        APPLICATION,
                        DatabasePassword.keptIn(applicationPassword()).value())
                : null;
        return access(port, application);
    }

    private Access access(int port, @Nullable Login application) throws IOException {
        var owner = new Login(OWNER, ownerPassword().value());
        return new Access(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                application == null ? owner : application,
                owner,
                Map.of());
    }
}
