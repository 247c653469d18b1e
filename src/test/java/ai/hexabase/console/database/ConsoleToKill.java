package ai.hexabase.console.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** Starts the database as a console does, writes a row, says so, and waits to be killed. */
class ConsoleToKill {
    /** Unpacked once for all tests. */
    static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    public static void main(String[] args) throws Exception {
        var directory = Path.of(args[0]);
        var password = DatabasePassword.keptIn(directory.resolve("postgres-password"));
        var server = new EmbeddedDatabase(directory, BINARIES, true).start();
        var url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        try (var connection = DriverManager.getConnection(url, "postgres", password.value())) {
            connection.createStatement().execute("create table kept as select 42 as answer");
        }
        System.out.println("ready");
        new java.util.concurrent.CountDownLatch(1).await();
    }
}
