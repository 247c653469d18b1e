package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.database.OwnerOf;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.test.ConsoleCommand;
import ai.hexabase.console.test.ConsoleCommand.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record checked from the server's command line, as a process of its own. */
class AuditCommandIT {
    private Path directory;

    @BeforeEach
    void makeDirectory() throws IOException {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        directory = Files.createTempDirectory(parent, "audit-command-").toAbsolutePath();
    }

    private RunningConsole console() {
        return RunningConsole.start(
                directory, "console.database.durable=false", "console.database.binaries=" + ConsoleCommand.BINARIES);
    }

    private Ended verify() throws Exception {
        return ConsoleCommand.run(directory, "audit", "verify");
    }

    private static void record(RunningConsole console, int acts) {
        for (var number = 1; number <= acts; number++) {
            console.bean(Acts.class).record(Act.of("cluster.change").on("cluster", "id-" + number, "tokyo-" + number));
        }
        console.bean(Chain.class).checkpoint();
    }

    private static void behindItsBack(RunningConsole console, String statement) {
        OwnerOf.the(console.bean(DataSource.class))
                .execute(
                        "alter table audit_entry disable trigger user",
                        statement,
                        "alter table audit_entry enable trigger user");
    }

    @Test
    void aRecordIsCheckedWhileTheConsoleRunsAndWhenItIsStopped() throws Exception {
        try (var console = console()) {
            record(console, 5);
            var beside = verify();
            assertThat(beside.out()).contains("All 5 entries are as they were written", "1 signed checkpoints agree");
            assertThat(beside.err()).isEmpty();
            assertThat(beside.code()).isZero();
        }
        var alone = verify();
        assertThat(alone.out()).contains("All 5 entries are as they were written");
        assertThat(alone.code()).isZero();
        assertThat(directory.resolve("postgres/postmaster.pid"))
                .as("the database that was started is stopped")
                .doesNotExist();
    }

    @Test
    void theFirstBrokenEntryIsNamedInWordsWhileTheConsoleRunsAndWhenItIsStopped() throws Exception {
        try (var console = console()) {
            record(console, 5);
            behindItsBack(
                    console, "update audit_entry set record = replace(record, 'tokyo-3', 'osaka-3') where seq = 3");
            assertThat(verify().code()).isEqualTo(1);
        }
        var alone = verify();
        assertThat(alone.out())
                .contains("Entry 3 of the record was changed after it was written", "keep the database as it is")
                .contains("5 entries");
        assertThat(alone.code()).isEqualTo(1);
    }

    @Test
    void whatCannotBeCheckedIsNeitherWholeNorBroken() throws Exception {
        var nothing = verify();
        assertThat(nothing.err())
                .contains("could not be checked", "There is no database of a console in " + directory)
                .doesNotContain("\tat ");
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(directory).isEmptyDirectory();
        assertThat(ConsoleCommand.run(directory, "audit", "forge").err()).contains("usage: audit verify");
        var away = ConsoleCommand.run(
                directory, "audit", "verify", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none");
        assertThat(away.err()).contains("could not be checked").doesNotContain("\tat ");
        assertThat(away.code()).isEqualTo(2);
    }
}
