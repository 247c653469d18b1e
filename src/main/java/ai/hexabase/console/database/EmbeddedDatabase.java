package ai.hexabase.console.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * PostgreSQL run by the console itself, on loopback with a password of its own; used when no
 * {@code spring.datasource.url} is set.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "__none__", matchIfMissing = true)
class EmbeddedDatabase {
    static final String USER = "postgres";

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Bean
    DatabasePassword databasePassword(@Value("${console.data-dir}") Path directory, DataDirectoryLock lock)
            throws IOException {
        return DatabasePassword.keptIn(directory.resolve("postgres-password"));
    }

    @Bean(destroyMethod = "close")
    @DependsOn("dataDirectoryLock")
    OwnPostgres embeddedPostgres(
            @Value("${console.data-dir}") Path directory,
            @Value("${console.database.binaries:${console.data-dir}/postgres-binaries}") Path binaries,
            @Value("${console.database.durable:true}") boolean durable,
            DatabasePassword password)
            throws IOException {
        Room.forDatabase(directory);
        var data = directory.resolve("postgres");
        var log = directory.resolve("postgres.log").toFile();
        var onOff = durable ? "on" : "off";
        var settings = EmbeddedPostgres.builder()
                .setDataDirectory(data)
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
        return OwnPostgres.start(data, port -> settings.setPort(port).start());
    }

    /** Depends on the server, so that the pool closes first; its other settings are those of an external database. */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(OwnPostgres server, DatabasePassword password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url(server.port()));
        pool.setUsername(USER);
        pool.setPassword(password.value());
        pool.setPoolName("console");
        return pool;
    }
}
