package ai.hexabase.console.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Rollouts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL stops in the middle of a rollout and comes back: people are told, and nothing is lost. */
class DatabaseOutageIT {
    private static final Duration A_WHILE = Duration.ofSeconds(120);
    private static final String NAME = "hq-tokyo";

    @TempDir
    Path directory;

    @Test
    void peopleAreToldAndTheRolloutGoesOnWhenItIsBack() throws IOException {
        var server = postgres(0);
        var port = server.getPort();
        try (var console = RunningConsole.start(
                        directory.resolve("console"),
                        "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres");
                var browser = Browser.open("database-outage", "en-GB")) {
            browser.pictureOnFailure(() -> {
                var words = Words.of("en-GB");
                var walk = new Walk(browser, words);
                walk.becomesTheFirstAdministrator(console.setupLink());
                walk.signsIn();
                var rollout = startRollout(console);
                stop(server);
                seesWhatIsWrong(walk, browser, words);
                try (var again = start(port)) {
                    awaitDone(console, rollout);
                    assertThat(browser.page().getByText(chip(words))).isHidden();
                    browser.page().navigate(console.url() + "/installations");
                    assertThat(browser.page().getByText(NAME).first()).isVisible(Patiently.visible());
                } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                }
            });
        }
    }

    private static void tell(String who, long since) {
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        System.out.println(who + " said after " + millis + " ms that the database is away");
    }

    private static Pattern chip(Words words) {
        return Pattern.compile(words.get("shell.database.away", ".+"));
    }

    private static RolloutId startRollout(RunningConsole console) {
        var cluster = console.bean(Clusters.class).registerPractice("practice-1", Site.UNKNOWN, "one-zone-3-nodes");
        var installation = console.bean(Installations.class)
                .create(NAME, cluster.id(), Profile.of(Profile.SMALL).settings(), "first");
        var plan = console.bean(Plans.class).make(installation.id());
        var rollouts = console.bean(Rollouts.class);
        var id = rollouts.start(plan.id());
        await().atMost(A_WHILE).until(() -> rollouts.get(id).stepsDone() >= 3);
        return id;
    }

    private static void seesWhatIsWrong(Walk walk, Browser browser, Words words) {
        var page = browser.page();
        assertThat(page.getByText(chip(words)).first()).isVisible(Patiently.visible());
        browser.look("open-page");
        var asked = System.nanoTime();
        page.navigate(walk.origin() + "/installations");
        assertThat(page.getByText(words.get("problem.database-away.what")).first())
                .isVisible(Patiently.visible());
        tell("A page", asked);
        browser.look("signed-in");
        try (var stranger = Browser.open("database-outage-stranger", "en-GB")) {
            var arrived = System.nanoTime();
            stranger.page().navigate(walk.origin() + "/sign-in");
            assertThat(stranger.page().getByText(words.get("security.sign-in.away")))
                    .isVisible(Patiently.visible());
            tell("The sign-in page", arrived);
            stranger.look("sign-in");
        }
    }

    private static void awaitDone(RunningConsole console, RolloutId id) {
        var rollouts = console.bean(Rollouts.class);
        await().atMost(A_WHILE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(rollouts.get(id).state()).isEqualTo(RolloutState.DONE));
        var left = console.bean(Plans.class).make(rollouts.get(id).installation());
        assertThat(left.entries())
                .allSatisfy(entry -> assertThat(entry.action().name()).isEqualTo("UNCHANGED"));
    }

    private EmbeddedPostgres start(int port) {
        try {
            return postgres(port);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("server"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres-binaries").toAbsolutePath().toFile())
                .start();
    }
}
