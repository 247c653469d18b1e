package ai.hexabase.console.rollout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Review and rollout in a real browser against a real API server: stopped by a quota, retried, contested, lost. */
@RealClusters(databaseOperator = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolloutScreensIT {
    private static final Duration A_WHILE = Duration.ofSeconds(120);
    private FleetCluster cluster;
    private RunningConsole console;
    private ClusterId clusterId;
    private Administrator administrator;

    @BeforeAll
    void start(FleetCluster real) throws Exception {
        cluster = real;
        cluster.speakForPostgres();
        console = RunningConsole.fresh("rollout");
        administrator = new Administrator(console);
        clusterId = console.register(cluster, "tokyo-prod-1");
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, hq-tokyo", "ja-JP, hq-osaka"})
    void aPlanIsReadApprovedStoppedRetriedAndDone(String language, String name) {
        var settings = Profile.of(Profile.SMALL).settings();
        var installation = console.bean(Installations.class)
                .create(name, clusterId, settings, "")
                .id();
        try (var browser = Browser.open("rollout-" + language, language)) {
            var page = browser.page();
            administrator.signIn(page);
            page.navigate(console.url() + "/rollouts");
            browser.look("list");
            browser.pictureOnFailure(() -> {
                approve(page, browser, installation);
                stopByQuotaAndRetry(page, browser, installation);
                contest(page, browser, installation);
                loseTheCluster(page, browser, installation);
                new RevisionScreens(browser, console.url()).walk(installation);
            });
            assertThat(browser.complaints()).isEmpty();
        } finally {
            cluster.resetNamespaces();
            cluster.tryKubectl("delete", "clusterroles,clusterrolebindings", "-l", Names.INSTALLATION_LABEL);
        }
    }

    private void approve(Page page, Browser browser, InstallationId installation) {
        page.navigate(console.url() + "/" + RolloutLinks.review(installation));
        assertThat(approveButton(page)).isEnabled(Patiently.enabled());
        browser.lookEveryWay("review");
        approveButton(page).click();
        assertThat(page.locator("vaadin-dialog .hx-facts")).isVisible();
        browser.look("approve");
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        page.waitForURL("**/rollouts/*");
        assertThat(page.locator(".hx-timeline li")).hasCount(11);
    }

    private void stopByQuotaAndRetry(Page page, Browser browser, InstallationId installation) {
        await().atMost(A_WHILE).until(() -> step(installation, Phase.CONFIGMAPS).state() == StepState.DONE);
        cluster.kubectl("create", "quota", "tight", "-n", Names.NAMESPACE, "--hard=pods=3");
        browser.lookEveryWay("rollout");
        assertThat(page.locator(".hx-troubles .hx-s-fail")).containsText("exceeded quota: tight", Patiently.text());
        browser.lookEveryWay("rollout-failed");
        page.navigate(console.url() + "/rollouts");
        browser.look("list-failed");
        page.navigate(console.url() + "/");
        browser.look("home-failed");
        page.navigate(
                console.url() + "/" + RolloutLinks.rollout(rollout(installation).id()));
        cluster.kubectl("delete", "quota", "tight", "-n", Names.NAMESPACE);
        page.locator(".hx-troubles vaadin-button[theme~=primary]").click();
        browser.look("rollout-retried");
        assertThat(page.locator(".hx-troubles .hx-s-ok")).isVisible(Patiently.visible());
        browser.look("rollout-done");
    }

    private void contest(Page page, Browser browser, InstallationId installation) {
        cluster.kubectl("scale", "deployment", Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "--replicas=4");
        var installations = console.bean(Installations.class);
        var settings = installations.revision(installation, 1).settings().with(Setting.MAX_VCLUSTERS, "25");
        installations.revise(installation, 1, clusterId, settings, "");
        page.navigate(console.url() + "/" + RolloutLinks.review(installation));
        assertThat(page.locator(".hx-ownership")).isVisible(Patiently.visible());
        assertThat(approveButton(page)).isDisabled();
        browser.lookEveryWay("review-contested");
        lookAtTheWayBack(page, browser);
        page.locator(".hx-ownership vaadin-radio-button").last().click();
        assertThat(approveButton(page)).isEnabled(Patiently.enabled());
        browser.look("review-decided");
    }

    private void lookAtTheWayBack(Page page, Browser browser) {
        page.locator(".hx-approve .hx-link").click();
        assertThat(page.locator(".hx-way-back .hx-b.hx-s-warn")).isVisible(Patiently.visible());
        page.locator(".hx-way-back-object vaadin-details-summary").click();
        browser.lookEveryWay("way-back");
        page.keyboard().press("Escape");
        assertThat(page.locator(".hx-way-back")).hasCount(0);
    }

    private void loseTheCluster(Page page, Browser browser, InstallationId installation) {
        cluster.crash();
        try {
            page.reload();
            assertThat(page.locator(".hx-troubles .hx-s-unk")).isVisible(Patiently.visible());
            assertThat(approveButton(page)).isDisabled();
            browser.look("review-unreachable");
        } finally {
            cluster.restart();
        }
    }

    private Rollout rollout(InstallationId installation) {
        return console.bean(Rollouts.class).latest(installation).orElseThrow();
    }

    private Step step(InstallationId installation, Phase phase) {
        return rollout(installation).steps().get(phase.ordinal());
    }

    private static Locator approveButton(Page page) {
        return page.locator(".hx-approve vaadin-button[theme~=primary]");
    }
}
