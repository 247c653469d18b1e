package ai.hexabase.console.rollout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a real browser: what a removal means is read, its name is typed, and the page says afterwards what was kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemovalScreensIT {
    private RunningConsole console;
    private Administrator administrator;

    @BeforeAll
    void start() throws Exception {
        console = RunningConsole.fresh("removal");
        administrator = new Administrator(console);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, hq-tokyo", "ja-JP, hq-osaka"})
    void anInstallationIsTakenAwayAndItsVolumesAreKept(String language, String name) {
        var clusters = console.bean(Clusters.class);
        var cluster = clusters.registerPractice(
                        name + "-cluster",
                        Site.UNKNOWN,
                        clusters.practiceShapes().getFirst())
                .id();
        var installation = install(name, cluster);
        try (var browser = Browser.open("removal-" + language, language)) {
            administrator.signIn(browser.page());
            browser.pictureOnFailure(() -> {
                review(browser, installation, cluster);
                remove(browser, name);
                afterwards(browser, installation);
                abandon(browser, cluster);
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private InstallationId install(String name, ClusterId cluster) {
        var installation = console.bean(Installations.class)
                .create(name, cluster, Profile.of(Profile.SMALL).settings(), "")
                .id();
        var rollouts = console.bean(Rollouts.class);
        var id = rollouts.start(console.bean(Plans.class).make(installation).id());
        await().atMost(Duration.ofSeconds(120)).until(() -> rollouts.get(id).state() == RolloutState.DONE);
        return installation;
    }

    private void review(Browser browser, InstallationId installation, ClusterId cluster) {
        var page = browser.page();
        page.navigate(console.url() + "/" + InstallationLinks.of(installation));
        browser.look("installed");
        page.navigate(console.url() + "/" + RolloutLinks.removal(installation, cluster));
        assertThat(page.locator(".hx-removal-table").last()).isVisible(Patiently.visible());
        assertThat(start(page)).isEnabled(Patiently.enabled());
        browser.lookEveryWay("review");
    }

    private static com.microsoft.playwright.Locator start(Page page) {
        return page.locator(".hx-approve vaadin-button[theme~=error]");
    }

    private void remove(Browser browser, String name) {
        var page = browser.page();
        start(page).click();
        assertThat(page.locator("vaadin-dialog .hx-facts")).isVisible();
        browser.lookEveryWay("confirm");
        page.locator("vaadin-dialog vaadin-text-field input").fill(name);
        page.locator("vaadin-dialog vaadin-button[theme~=error]").click();
        page.waitForURL("**/rollouts/*");
        assertThat(page.locator(".hx-timeline li")).hasCount(10);
        browser.look("going");
        assertThat(page.locator(".hx-troubles .hx-s-ok")).isVisible(Patiently.visible());
        browser.lookEveryWay("done");
    }

    private void afterwards(Browser browser, InstallationId installation) {
        var page = browser.page();
        page.navigate(console.url() + "/" + InstallationLinks.of(installation));
        assertThat(page.locator(".hx-notice.hx-s-held")).containsText("hexabase-db-1", Patiently.text());
        browser.lookEveryWay("afterwards");
        page.navigate(console.url() + "/" + RolloutLinks.review(installation));
        // the plan of the first time no longer holds
        page.locator(".hx-stale vaadin-button").click();
        assertThat(page.locator(".hx-notices")).containsText("hexabase-db-1", Patiently.text());
        browser.look("install-again");
    }

    private void abandon(Browser browser, ClusterId cluster) {
        var page = browser.page();
        page.navigate(console.url() + "/clusters/" + cluster);
        browser.look("cluster");
    }
}
