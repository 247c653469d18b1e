package ai.hexabase.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.e2e.RunningConsole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDatabaseIT {
    @TempDir
    Path directory;

    @Test
    void aConsoleWithADatabaseUrlStartsNoServerOfItsOwn() throws Exception {
        try (var external = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(ConsoleToKill.BINARIES.toFile())
                        .start();
                var console = RunningConsole.start(
                        directory,
                        "spring.datasource.url=" + external.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres")) {
            assertThat(console.setupLink()).startsWith(console.url());
            assertThat(Files.exists(directory.resolve("postgres"))).isFalse();
            try (var connection = external.getPostgresDatabase().getConnection();
                    var rows = connection
                            .createStatement()
                            .executeQuery("select count(*) from setup_link where used_at is null")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }
}
