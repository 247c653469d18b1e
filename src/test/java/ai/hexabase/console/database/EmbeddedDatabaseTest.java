package ai.hexabase.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path directory;

    private OwnPostgres start() throws Exception {
        return new EmbeddedDatabase(directory, ConsoleToKill.BINARIES, true).start();
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
    void aDataDirectoryOfAnEarlierConsoleGetsItsSecondRoleAndKeepsItsRecord() throws Exception {
        try (var server = start()) {
            Flyway.configure()
                    .dataSource(url(server), "postgres", password().value())
                    .load()
                    .migrate();
            ask(
                    server,
                    "insert into audit_entry (record) values ('{\"at\":\"\",\"kind\":\"\",\"result\":\"\",\"who\":{\"name\":\"\"}}')");
        }
        var embedded = new EmbeddedDatabase(directory, ConsoleToKill.BINARIES, true);
        try (var server = embedded.start()) {
            var access = embedded.prepared(server.port());
            Flyway.configure()
                    .dataSource(url(server), "postgres", password().value())
                    .callbacks(new Grants(access))
                    .load()
                    .migrate();
            try (var application = access.connect(access.application(), java.util.Map.of());
                    var statement = application.createStatement()) {
                assertThat(Tables.strings(application, "select count(*) from audit_entry"))
                        .containsExactly("1");
                assertThatThrownBy(() -> statement.execute("delete from audit_entry"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void aServerThatDiesUnderTheConsoleComesBackWhereItWasWithItsData() throws Exception {
        try (var server = start()) {
            ask(server, "create table kept as select 42 as answer");
            var postmaster = Postmaster.of(directory.resolve("postgres"));
            var port = server.port();
            for (var times = 0; times < 2; times++) {
                var killed = postmaster.process().orElseThrow();
                killed.destroyForcibly();
                killed.onExit().join();
                await().ignoreExceptions()
                        .untilAsserted(() -> assertThat(ask(server, "select answer from kept"))
                                .isEqualTo("42"));
                await().ignoreExceptions()
                        .until(() -> postmaster.process().orElseThrow().pid() != killed.pid());
            }
            assertThat(server.port()).isEqualTo(port);
        }
        assertThat(Postmaster.of(directory.resolve("postgres")).process()).isEmpty();
    }

    @Test
    void aPidThatNowBelongsToAnotherProgramIsLeftAlone() throws Exception {
        Files.createDirectories(directory.resolve("postgres"));
        var us = ProcessHandle.current().pid();
        Files.writeString(
                directory.resolve("postgres/postmaster.pid"), us + "\n" + directory.resolve("postgres") + "\n");
        Postmaster.of(directory.resolve("postgres")).stop();
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

    private String ask(OwnPostgres server, String sql) throws Exception {
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

    private static String url(OwnPostgres server) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
    }
}
