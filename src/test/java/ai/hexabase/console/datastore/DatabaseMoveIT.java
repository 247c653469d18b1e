package ai.hexabase.console.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.AuditCommand;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.database.DatabaseKind;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.ExternalDatabase.Tls;
import ai.hexabase.console.database.ExternalServer;
import ai.hexabase.console.database.MoveListener.Phase;
import ai.hexabase.console.database.OwnerOf;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.news.ChangeListener;
import ai.hexabase.console.news.Changes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A running console with data moves to a real PostgreSQL with TLS and roles that are no superusers. */
class DatabaseMoveIT {
    private ExternalServer server;
    private Path directory;

    @BeforeEach
    void start() throws Exception {
        server = ExternalServer.start();
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        directory = Files.createTempDirectory(parent, "move-").toAbsolutePath();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static final class Heard implements ChangeListener {
        private final List<UUID> ids = new CopyOnWriteArrayList<>();

        @Override
        public void changed(UUID id) {
            ids.add(id);
        }

        @Override
        public void anything() {}
    }

    @Test
    void aFilledConsoleGoesOnInTheOtherDatabaseWithEverythingAlsoAfterARestart() throws Exception {
        try (var console = MoveGround.console(directory)) {
            var installation = MoveGround.fill(console);
            var datastores = console.bean(Datastores.class);
            assertThat(datastores.check(server.database()).fits()).isTrue();
            var before = datastores.present().rows();
            var written = new AtomicInteger();
            var stopping = new AtomicBoolean();
            var writer = Thread.ofVirtual().start(() -> {
                while (!stopping.get()) {
                    MoveGround.act(console, 1000 + written.getAndIncrement());
                }
            });
            var state = MoveGround.move(console, server.database());
            stopping.set(true);
            writer.join();
            assertThat(state.problem()).isNull();
            var present = datastores.present();
            assertThat(present.kind()).isEqualTo(DatabaseKind.MOVED);
            assertThat(present.tls()).startsWith("TLS");
            assertThat(present.guard().byRole()).isTrue();
            assertThat(present.owner()).isEqualTo(ExternalServer.OWNER);
            assertThat(state.moved().rows()).containsOnlyKeys(before.keySet());
            for (var table : List.of("account", "cluster", "installation", "installation_revision", "rollout_step")) {
                assertThat(present.rows().get(table)).as(table).isEqualTo(before.get(table));
            }
            var acts = console.bean(Acts.class);
            assertThat(acts.find(new EntryQuery(null, null, null, null, null, "cluster", null, "東京-"), 0, 100_000))
                    .filteredOn(entry -> entry.act().object().id().length() > 6)
                    .as("whatever was saved while the move went on is there")
                    .hasSize(written.get());
            assertThat(acts.find(new EntryQuery(null, "database.move", null, null, null, null, null, null), 0, 9))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.act().after().toString())
                            .contains(server.database().address(), "cluster 1"));
            MoveGround.verified(console);
            assertGoesOn(console, installation);
            assertThat(state.moved().kept()).isDirectory();
            assertThat(directory.resolve("postgres")).doesNotExist();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("database.properties"))))
                    .isEqualTo("rw-------");
            assertRefusedByRole(console);
            assertVerifiedFromTheCommandLine();
        }
        try (var again = MoveGround.console(directory)) {
            assertThat(again.bean(Datastores.class).present().kind()).isEqualTo(DatabaseKind.MOVED);
            assertThat(again.bean(Datastores.class).isMovable()).isFalse();
            assertThat(directory.resolve("postgres")).doesNotExist();
            assertThat(again.bean(Clusters.class).list()).hasSize(1);
            MoveGround.verified(again);
            assertThatThrownBy(() -> again.bean(Datastores.class).startMove(server.database()))
                    .isInstanceOf(ProblemException.class);
        }
        assertVerifiedFromTheCommandLine();
        assertTheWayBack();
    }

    /** As docs/database.md describes it. */
    private void assertTheWayBack() throws Exception {
        Files.delete(directory.resolve("database.properties"));
        assertThatThrownBy(() -> MoveGround.console(directory).close())
                .hasStackTraceContaining("database.properties, which names it, is gone");
        try (var kept = Files.newDirectoryStream(directory, "postgres-moved-*")) {
            Files.move(kept.iterator().next(), directory.resolve("postgres"));
        }
        try (var back = MoveGround.console(directory)) {
            assertThat(back.bean(Datastores.class).present().kind()).isEqualTo(DatabaseKind.EMBEDDED);
            assertThat(back.bean(Clusters.class).list()).hasSize(1);
            MoveGround.verified(back);
        }
    }

    private static void assertGoesOn(
            ai.hexabase.console.e2e.RunningConsole console, ai.hexabase.console.common.InstallationId installation) {
        var changes = console.bean(Changes.class);
        await().until(() -> changes.databaseAwaySince().isEmpty());
        var heard = new Heard();
        try (var subscription = changes.subscribe("installation", heard)) {
            assertThat(subscription).isNotNull();
            await().untilAsserted(() -> {
                var now = console.bean(Installations.class).list().getFirst();
                console.bean(Installations.class)
                        .revise(
                                now.id(),
                                now.latestRevision(),
                                now.cluster(),
                                console.bean(Installations.class)
                                        .revision(now.id(), now.latestRevision())
                                        .settings(),
                                "again");
                assertThat(heard.ids).contains(installation.value());
            });
        }
        MoveGround.rollOut(console, installation);
    }

    private static void assertRefusedByRole(ai.hexabase.console.e2e.RunningConsole console) throws Exception {
        try (var connection = console.bean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from audit_entry"))
                    .hasMessageContaining("audit_entry")
                    .isInstanceOfSatisfying(
                            java.sql.SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private void assertVerifiedFromTheCommandLine() {
        var out = new ByteArrayOutputStream();
        var words = new String[] {"audit", "verify", "--console.data-dir=" + directory};
        var code = AuditCommand.run(words, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        assertThat(out.toString(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(code).isZero();
    }

    @Test
    void aServerThatDiesInTheMiddleLeavesEverythingAsItWasAndTheNextTrySucceeds() throws Exception {
        try (var console = MoveGround.console(directory)) {
            MoveGround.fill(console);
            var entries = MoveGround.verified(console);
            var datastores = console.bean(Datastores.class);
            try (var listening = datastores.listen(() -> datastores
                    .move()
                    .filter(now -> now.isRunning() && now.phase() == Phase.COPYING && now.number() == 5)
                    .ifPresent(now -> kill()))) {
                assertThat(listening).isNotNull();
                var failed = MoveGround.move(console, server.database());
                assertThat(failed.problem()).extracting(Problem::code).isEqualTo("database-move-broken-off");
                assertThat(failed.phase()).isEqualTo(Phase.COPYING);
            }
            assertThat(datastores.present().kind()).isEqualTo(DatabaseKind.EMBEDDED);
            assertThat(directory.resolve("database.properties")).doesNotExist();
            MoveGround.act(console, 1);
            assertThat(MoveGround.verified(console)).isGreaterThan(entries);
            var last = console.bean(Acts.class)
                    .find(new EntryQuery(null, "database.move", null, null, null, null, null, null), 0, 1);
            assertThat(last)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.act().result()).isEqualTo(Act.Result.FAILED));
            server.startAgain();
            assertThat(datastores.check(server.database()).findings().get(Finding.Subject.CONTENT.ordinal()))
                    .extracting(Finding::verdict)
                    .isEqualTo(Finding.Verdict.NOTE);
            assertThat(MoveGround.move(console, server.database()).problem()).isNull();
            MoveGround.verified(console);
        }
    }

    private void kill() {
        try {
            server.kill();
        } catch (java.io.IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aCopyThatDiffersIsThrownAwayAndOthersOnTheOldOneAreNamed() throws Exception {
        try (var console = MoveGround.console(directory)) {
            var datastores = console.bean(Datastores.class);
            var external = server.database(
                    ExternalServer.HOST, ExternalServer.DATABASE, ExternalServer.OWNER, null, Tls.REQUIRE);
            try (var listening = datastores.listen(() -> datastores
                    .move()
                    .filter(now -> now.phase() == Phase.VERIFYING && now.number() == 1 && now.rows() == 0)
                    .ifPresent(now -> tamper()))) {
                assertThat(listening).isNotNull();
                assertThat(MoveGround.move(console, external).problem())
                        .extracting(Problem::code)
                        .isEqualTo("database-differs");
            }
            assertThat(server.ask(
                            ExternalServer.DATABASE,
                            "select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                    .as("nothing is left there")
                    .isEqualTo("0");
            try (var another = OwnerOf.the(console.bean(DataSource.class)).connectAs("a second console")) {
                assertThat(another.isValid(1)).isTrue();
                assertThatThrownBy(() -> datastores.startMove(external))
                        .isInstanceOfSatisfying(ProblemException.class, refused -> {
                            assertThat(refused.problem().code()).isEqualTo("database-others-here");
                            assertThat(refused.problem().args().getFirst()).contains("a second console");
                        });
            }
            assertGivesUpWhileSomebodyWrites(console, external);
            assertThat(MoveGround.move(console, external).problem()).isNull();
            assertThat(datastores.present().guard().byRole()).isFalse();
        }
    }

    private static void assertGivesUpWhileSomebodyWrites(
            ai.hexabase.console.e2e.RunningConsole console, ExternalDatabase external) throws Exception {
        try (var connection = console.bean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update console_instance set created_at = created_at");
            assertThat(MoveGround.move(console, external).problem())
                    .extracting(Problem::code)
                    .isEqualTo("database-busy");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void tamper() {
        try {
            server.execute(ExternalServer.DATABASE, "update console_instance set created_at = now()");
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
