package ai.hexabase.console.rollout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.KubeAccess;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.microsoft.playwright.Page;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two consoles that share a database: one in this JVM with a browser in front of it, one in a process to be killed. */
@RealClusters(databaseOperator = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoConsolesIT {
    private static final Duration A_WHILE = Duration.ofSeconds(120);
    private static final String KEY = key();

    @TempDir
    static Path directory;

    static FleetCluster cluster;
    static EmbeddedPostgres database;
    static RunningConsole here;
    static ConsoleProcess other;

    @BeforeAll
    static void start(FleetCluster real) throws Exception {
        cluster = real;
        database = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres-binaries").toAbsolutePath().toFile())
                .start();
        here = RunningConsole.start(directory.resolve("here"), shared());
    }

    @AfterAll
    static void stop() throws Exception {
        if (other != null) {
            other.kill();
        }
        here.close();
        database.close();
        cluster.resetNamespaces();
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String[] shared() {
        return new String[] {
            "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.username=postgres",
            "CONSOLE_ENCRYPTION_KEY=" + KEY
        };
    }

    @Test
    @Order(1)
    void whatOneConsoleDoesIsOnTheScreensOfTheOtherWithoutReloading() throws Exception {
        try (var browser = Browser.open("two-consoles", "en-GB")) {
            new Administrator(here).signIn(browser.page());
            var clusters = opened(browser, "/clusters");
            var installations = opened(browser, "/installations");
            var rollouts = opened(browser, "/rollouts");
            other = ConsoleProcess.start(directory.resolve("other"), cluster, shared());
            assertSoonShows(clusters, ConsoleThatRollsOut.CLUSTER);
            assertSoonShows(installations, ConsoleThatRollsOut.INSTALLATION);
            assertSoonShows(rollouts, ConsoleThatRollsOut.INSTALLATION);
            other.awaitLine("rollout RUNNING DATABASE RUNNING 1");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Page opened(Browser browser, String path) {
        var page = browser.page().context().newPage();
        page.navigate(here.url() + path);
        page.locator("main h1").waitFor();
        return page;
    }

    private static void assertSoonShows(Page page, String name) {
        assertThat(page.getByText(name).first()).isVisible(Patiently.visible());
    }

    @Test
    @Order(2)
    void aClusterRegisteredRenamedOrRemovedHereIsSoThere() {
        var spare = here.bean(Clusters.class).register("spare", Site.UNKNOWN, accessOf("ann"));
        awaitThere("spare by ann live");
        here.bean(Clusters.class).rename(spare.id(), "kept-spare", Site.UNKNOWN);
        awaitThere("kept-spare by ann live");
        here.bean(Clusters.class).remove(spare.id());
        await().atMost(A_WHILE)
                .untilAsserted(
                        () -> assertThat(lastOfClusters()).contains(" live").doesNotContain("spare"));
    }

    @Test
    @Order(3)
    void newCredentialsAreUsedByBothConsoles() {
        var clusters = here.bean(Clusters.class);
        var id = clusters.list().getFirst().id();
        clusters.replaceCredentials(id, accessOf("rotated"));
        awaitThere(ConsoleThatRollsOut.CLUSTER + " by rotated live");
        assertThat(clusters.connection(id).whoAmI().username()).isEqualTo("rotated");
    }

    private static KubeAccess accessOf(String user) {
        var client = cluster.issueClientCertificate(Duration.ofHours(1), user, List.of("system:masters"));
        return KubeAccess.of(
                cluster.url(),
                cluster.authority(),
                new Credentials.ClientCertificate(client.certificate(), client.key()));
    }

    private static void awaitThere(String words) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(lastOfClusters()).contains(words));
    }

    private static String lastOfClusters() {
        return other.lines().stream()
                .filter(line -> line.startsWith("clusters "))
                .reduce("", (before, after) -> after);
    }

    @Test
    @Order(4)
    void theWorkOfAConsoleThatDiesInTheMiddleOfAPieceIsTakenOverAndDoneOnce() throws Exception {
        var rollouts = here.bean(Rollouts.class);
        var id = rollouts.list().getFirst().id();
        var scheduler = here.bean(Scheduler.class);
        scheduler.pause();
        cluster.freeze();
        try {
            await().atMost(A_WHILE).until(() -> worker().contains("other"));
            other.kill();
        } finally {
            cluster.thaw();
            scheduler.resume();
        }
        var killed = System.nanoTime();
        await().atMost(A_WHILE).until(() -> worker().isEmpty() || worker().contains("here"));
        System.out.println("A dead console’s work was taken over after "
                + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - killed) + " s");
        cluster.speakForPostgres();
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(rollouts.get(id).state()).isEqualTo(RolloutState.DONE));
        assertNothingWasDoneTwice(rollouts.events(id, 0, 10_000));
        assertThat(here.bean(Plans.class).make(rollouts.get(id).installation()).entries())
                .allMatch(entry -> entry.action() == Action.UNCHANGED);
    }

    /** Which console works on the rollout right now; empty when none does. */
    private static String worker() {
        var name = here.bean(DSLContext.class)
                .fetchValue("select picked_by from scheduled_tasks where picked and task_instance like 'rollout:%'");
        return name == null ? "" : name.toString();
    }

    private static void assertNothingWasDoneTwice(List<RolloutEvent> events) {
        var seen = new HashSet<String>();
        assertThat(events)
                .filteredOn(event -> List.of("apply", "delete", "step", "done").contains(event.kind()))
                .allSatisfy(event -> assertThat(seen.add(event.kind() + event.message()))
                        .as("%s", event)
                        .isTrue());
    }
}
