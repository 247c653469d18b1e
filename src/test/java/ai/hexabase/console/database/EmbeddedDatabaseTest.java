package ai.hexabase.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path directory;

    private final EmbeddedDatabase database = new EmbeddedDatabase();

    private EmbeddedPostgres start() throws Exception {
        return database.embeddedPostgres(directory, ConsoleToKill.BINARIES, true, password());
    }

    private DatabasePassword password() throws Exception {
        return DatabasePassword.keptIn(directory.resolve("postgres-password"));
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(url(server), "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(password().file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatIsWrittenIsSafeOnDisk() throws Exception {
        try (var server = start()) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void aServerLeftByAKilledConsoleIsTakenOver() throws Exception {
        startAndKillAConsole();
        var pid = Long.parseLong(Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isPresent();
        try (var next = start()) {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ask(next, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aPidThatNowBelongsToAnotherProgramIsLeftAlone() throws Exception {
        Files.createDirectories(directory.resolve("postgres"));
        var us = ProcessHandle.current().pid();
        Files.writeString(
                directory.resolve("postgres/postmaster.pid"), us + "\n" + directory.resolve("postgres") + "\n");
        StalePostmaster.of(directory.resolve("postgres")).stop();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void twoConsolesCannotShareADataDirectory() throws Exception {
        try (var held = DataDirectoryLock.take(directory)) {
            assertThat(held.directory()).isEqualTo(directory);
            assertThatThrownBy(() -> DataDirectoryLock.take(directory)).isInstanceOf(DataDirectoryInUse.class);
        }
        DataDirectoryLock.take(directory).close();
    }

    private void startAndKillAConsole() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsoleToKill.class.getName(),
                        "" + directory)
                .redirectErrorStream(true)
                .start();
        try (var lines = process.inputReader()) {
            assertThat(lines.lines().anyMatch("ready"::equals)).isTrue();
        }
        process.destroyForcibly().waitFor();
    }

    private String ask(EmbeddedPostgres server, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(
                        url(server), "postgres", password().value());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    private static String url(EmbeddedPostgres server) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }
}
