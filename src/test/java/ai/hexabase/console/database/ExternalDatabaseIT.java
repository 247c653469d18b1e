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
    void withAnOwnerOfTheTablesNamedTheConsoleItselfCannotChangeTheRecord() throws Exception {
        try (var external = ExternalServer.start()) {
            var known = external.database();
            var url = "spring.datasource.url=" + known.url() + "?sslmode=require";
            var application = new String[] {
                url,
                "spring.datasource.username=" + known.application().user(),
                "spring.datasource.password=" + known.application().password(),
                "console.database.owner-username=" + known.maker().user(),
                "console.database.owner-password=" + known.maker().password()
            };
            try (var console = RunningConsole.start(directory, application)) {
                var present = console.bean(Databases.class).present();
                assertThat(present.kind()).isEqualTo(DatabaseKind.NAMED);
                assertThat(present.guard().byRole()).isTrue();
                assertThat(present.owner()).isEqualTo(ExternalServer.OWNER);
                assertThat(present.tls()).startsWith("TLS");
            }
            // the same with one role for all works, and is told
            try (var console = RunningConsole.start(
                    directory,
                    url,
                    "spring.datasource.username=" + known.maker().user(),
                    "spring.datasource.password=" + known.maker().password())) {
                assertThat(console.bean(Databases.class).present().guard().byRole())
                        .isFalse();
            }
        }
    }

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
