package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at moments that nobody chose, in one rollout after the other; database and cluster live on. */
@RealClusters(databaseOperator = true)
class ConsoleKilledAtRandomIT {
    private static final Duration A_WHILE = Duration.ofSeconds(180);
    private static final int KILLS = Integer.getInteger("kills", 30);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    /** About as long as a rollout takes that nobody disturbs, so that all its moments are hit. */
    private static final int LONGEST_LIFE_MILLIS = 4000;

    @TempDir
    Path directory;

    private final FleetCluster cluster;
    private EmbeddedPostgres database;
    private ConsoleProcess console;
    private QuickStart quickly;

    ConsoleKilledAtRandomIT(FleetCluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void startDatabase() throws Exception {
        cluster.speakForPostgres();
        quickly = QuickStart.in(directory);
        database = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres-binaries").toAbsolutePath().toFile())
                .start();
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        if (console != null) {
            console.kill();
        }
        database.close();
        cluster.resetNamespaces();
    }

    @Test
    void nothingIsLostAndNothingDoubledAndTheObjectsAreThoseOfAnUndisturbedRollout() throws Exception {
        System.out.println("Kills " + KILLS + " consoles with -Dseed=" + SEED);
        var moments = new Random(SEED);
        run("follow");
        console.awaitLine("changes left 0");
        console.stop();
        try (var diary = ObjectDiary.of(cluster)) {
            for (var kill = 0; kill < KILLS; kill++) {
                run("go-on");
                console.awaitLine("rollout RUNNING");
                pass(moments.nextInt(LONGEST_LIFE_MILLIS));
                console.kill();
            }
            run("catch-up");
            console.awaitLine("rollout DONE");
            await().atMost(A_WHILE).untilAsserted(() -> assertThat(left()).isEqualTo("changes left 0"));
            assertThat(diary.doubled()).as("objects made twice").isEmpty();
            System.out.println("Rollouts carried out meanwhile: " + rollouts());
        }
        var disturbed = ObjectDiary.objects(cluster);
        console.stop();
        cluster.resetNamespaces();
        run("once-more");
        console.awaitLine("changes left 0");
        assertThat(disturbed).isEqualTo(ObjectDiary.objects(cluster)).isNotEmpty();
    }

    private void run(String then) throws Exception {
        console = ConsoleProcess.start(
                directory,
                cluster,
                quickly.options(),
                "then=" + then,
                "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username=postgres");
    }

    /** What a plan made now would change, told by the console once the newest rollout is done. */
    private String left() {
        return console.lines().stream()
                .filter(line -> line.startsWith("changes left"))
                .reduce("", (before, after) -> after);
    }

    private int rollouts() throws Exception {
        try (var connection = database.getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from rollout")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void pass(int millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
