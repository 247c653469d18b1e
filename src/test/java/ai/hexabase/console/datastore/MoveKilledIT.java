package ai.hexabase.console.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.database.DatabaseKind;
import ai.hexabase.console.database.ExternalServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A console that is killed in the middle of its move starts again with either database, whole. */
class MoveKilledIT {
    @ParameterizedTest
    @CsvSource({"COPYING, EMBEDDED", "SWITCHING, EMBEDDED", "WRITTEN, MOVED"})
    void atTheNextStartTheConsoleHasTheOldOrTheNewOneWhole(String when, DatabaseKind kind) throws Exception {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        var directory = Files.createTempDirectory(parent, "killed-").toAbsolutePath();
        try (var server = ExternalServer.start()) {
            assertThat(killed(when, server, directory)).isEqualTo(137);
            try (var console = MoveGround.console(directory)) {
                var datastores = console.bean(Datastores.class);
                assertThat(datastores.present().kind()).isEqualTo(kind);
                MoveGround.verified(console);
                assertThat(console.bean(Acts.class)
                                .count(new EntryQuery(null, "cluster.change", null, null, null, null, null, null)))
                        .isEqualTo(50);
                if (kind == DatabaseKind.EMBEDDED) {
                    assertThat(datastores.check(server.database()).fits()).isTrue();
                    assertThat(MoveGround.move(console, server.database()).problem())
                            .isNull();
                }
                assertThat(directory.resolve("postgres")).doesNotExist();
                assertThat(server.ask(
                                ExternalServer.DATABASE,
                                "select coalesce(to_regclass('console_half_done_copy')::text, 'gone')"))
                        .isEqualTo("gone");
            }
        }
    }

    private static int killed(String when, ExternalServer server, Path directory) throws Exception {
        var authority = Files.writeString(directory.resolve("authority.pem"), server.authority());
        var log = directory.resolve("console.log").toFile();
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsoleThatMoves.class.getName(),
                        when,
                        String.valueOf(server.port()),
                        server.password(),
                        authority.toString(),
                        directory.toString(),
                        "--server.port=0",
                        "--console.data-dir=" + directory,
                        "--console.database.binaries=" + MoveGround.BINARIES))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("not gone: " + Files.readString(log.toPath()));
        }
        return process.exitValue();
    }
}
