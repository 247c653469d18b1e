package ai.hexabase.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.uikit.Mishap;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the PostgreSQL server is full, or the server takes no changes, in the middle of a rollout. */
class DatabaseFullIT {
    private static final Duration A_WHILE = Duration.ofSeconds(120);

    @TempDir
    Path directory;

    private int made;

    @Test
    void aFullOrReadOnlyDatabaseIsNamedAndTheRolloutGoesOnWhenItTakesChangesAgain() throws Exception {
        var disk = Disk.mounted(directory.resolve("disk"), "200m");
        assumeTrue(disk != null, "SKIPPED: only root on Linux can mount a small disk to fill");
        try (disk;
                var server = postgres(disk.path().resolve("data"));
                var console = RunningConsole.start(
                        directory.resolve("console"),
                        "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres")) {
            var cluster = console.bean(Clusters.class)
                    .registerPractice("practice-1", Site.UNKNOWN, "one-zone-3-nodes")
                    .id();
            var id = startRollout(console, cluster);
            disk.fill();
            assertSoonRefused(console, cluster, "database-full");
            disk.empty();
            readOnly(server, "on");
            assertSoonRefused(console, cluster, "database-read-only");
            readOnly(server, "off");
            // the scheduler's own threads may well fail meanwhile
            await().dontCatchUncaughtExceptions()
                    .atMost(A_WHILE)
                    .ignoreExceptions()
                    .until(() -> console.bean(Rollouts.class).get(id).state() == RolloutState.DONE);
            assertThat(problemOfAnInstallation(console, cluster)).isEmpty();
        }
    }

    private RolloutId startRollout(RunningConsole console, ClusterId cluster) {
        var installation = install(console, cluster);
        var rollouts = console.bean(Rollouts.class);
        var id = rollouts.start(console.bean(Plans.class).make(installation).id());
        await().dontCatchUncaughtExceptions()
                .atMost(A_WHILE)
                .until(() -> rollouts.get(id).stepsDone() >= 2);
        return id;
    }

    private ai.hexabase.console.common.InstallationId install(RunningConsole console, ClusterId cluster) {
        return console.bean(Installations.class)
                .create("hq-" + made++, cluster, Profile.of(Profile.SMALL).settings(), "x".repeat(2000))
                .id();
    }

    private void assertSoonRefused(RunningConsole console, ClusterId cluster, String code) {
        // the scheduler's own threads may well fail meanwhile
        await().dontCatchUncaughtExceptions()
                .atMost(A_WHILE)
                .untilAsserted(() -> assertThat(problemOfAnInstallation(console, cluster))
                        .map(Problem::code)
                        .contains(code));
    }

    /** What a person is told who makes an installation now; nothing when it is made. */
    private Optional<Problem> problemOfAnInstallation(RunningConsole console, ClusterId cluster) {
        try {
            install(console, cluster);
            return Optional.empty();
        } catch (RuntimeException refused) {
            return Mishap.known(refused);
        }
    }

    private static void readOnly(EmbeddedPostgres server, String onOff) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set transaction_read_only = off");
            statement.execute("alter system set default_transaction_read_only = " + onOff);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static EmbeddedPostgres postgres(Path data) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(ConsoleToKill.BINARIES.toFile())
                .start();
    }
}
