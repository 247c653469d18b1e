package ai.hexabase.console.rollout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.e2e.Browser;
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
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String PASSWORD = "correct otter battery plinth";
    private static final Duration A_WHILE = Duration.ofSeconds(120);
    private FleetCluster cluster;
    private RunningConsole console;
    private ClusterId clusterId;
    private boolean accountMade;

    @BeforeAll
    void start(FleetCluster real) throws Exception {
        cluster = real;
        cluster.speakForPostgres();
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        console = RunningConsole.start(Files.createTempDirectory(parent, "rollout-"), "console.database.durable=false");
        var access = console.bean(Kubeconfigs.class).read(cluster.kubeconfig()).access(cluster.name());
        clusterId = console.bean(Clusters.class)
                .register("tokyo-prod-1", Site.UNKNOWN, access)
                .id();
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
            signIn(page);
            page.navigate(console.url() + "/rollouts");
            browser.look("list");
            approve(page, browser, installation);
            stopByQuotaAndRetry(page, browser, installation);
            contest(page, browser, installation);
            loseTheCluster(page, browser, installation);
            assertThat(browser.complaints()).isEmpty();
        } finally {
            cluster.resetNamespaces();
            cluster.tryKubectl("delete", "clusterroles,clusterrolebindings", "-l", Names.INSTALLATION_LABEL);
        }
    }

    private void approve(Page page, Browser browser, InstallationId installation) {
        page.navigate(console.url() + "/" + RolloutLinks.review(installation));
        assertThat(approveButton(page)).isEnabled(enabledSoon());
        everyWidth(page, browser, "review");
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
        everyWidth(page, browser, "rollout");
        assertThat(page.locator(".hx-troubles .hx-s-fail")).containsText("exceeded quota: tight", textSoon());
        everyWidth(page, browser, "rollout-failed");
        page.navigate(console.url() + "/rollouts");
        browser.look("list-failed");
        page.navigate(console.url() + "/");
        browser.look("home-failed");
        page.navigate(
                console.url() + "/" + RolloutLinks.rollout(rollout(installation).id()));
        cluster.kubectl("delete", "quota", "tight", "-n", Names.NAMESPACE);
        page.locator(".hx-troubles vaadin-button[theme~=primary]").click();
        browser.look("rollout-retried");
        assertThat(page.locator(".hx-troubles .hx-s-ok")).isVisible(visibleSoon());
        browser.look("rollout-done");
    }

    private void contest(Page page, Browser browser, InstallationId installation) {
        cluster.kubectl("scale", "deployment", Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "--replicas=4");
        var installations = console.bean(Installations.class);
        var settings = installations.revision(installation, 1).settings().with(Setting.MAX_VCLUSTERS, "25");
        installations.revise(installation, 1, clusterId, settings, "");
        page.navigate(console.url() + "/" + RolloutLinks.review(installation));
        assertThat(page.locator(".hx-ownership")).isVisible(visibleSoon());
        assertThat(approveButton(page)).isDisabled();
        everyWidth(page, browser, "review-contested");
        page.locator(".hx-ownership vaadin-radio-button").last().click();
        assertThat(approveButton(page)).isEnabled(enabledSoon());
        browser.look("review-decided");
    }

    private void loseTheCluster(Page page, Browser browser, InstallationId installation) {
        cluster.crash();
        try {
            page.reload();
            assertThat(page.locator(".hx-troubles .hx-s-unk")).isVisible(visibleSoon());
            assertThat(approveButton(page)).isDisabled();
            browser.look("review-unreachable");
        } finally {
            cluster.restart();
        }
    }

    private void everyWidth(Page page, Browser browser, String what) {
        browser.look(what);
        page.evaluate("document.documentElement.style.colorScheme='dark'");
        browser.look(what + "-dark");
        page.evaluate("document.documentElement.style.colorScheme=''");
        page.setViewportSize(900, 900);
        browser.look(what + "-900");
        page.setViewportSize(1440, 900);
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

    private static LocatorAssertions.IsEnabledOptions enabledSoon() {
        return new LocatorAssertions.IsEnabledOptions().setTimeout(A_WHILE.toMillis());
    }

    private static LocatorAssertions.IsVisibleOptions visibleSoon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(A_WHILE.toMillis());
    }

    private static LocatorAssertions.ContainsTextOptions textSoon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(A_WHILE.toMillis());
    }

    private void signIn(Page page) {
        if (!accountMade) {
            page.navigate(console.setupLink().replaceAll("^http://[^/]+", console.url()));
            var fields = page.locator(".hx-door-fields input");
            fields.nth(0).fill("misaki");
            fields.nth(1).fill("佐藤 美咲");
            fields.nth(2).fill(PASSWORD);
            fields.nth(3).fill(PASSWORD);
            page.locator(".hx-door-fields vaadin-button").click();
            accountMade = true;
        } else {
            page.navigate(console.url() + "/sign-in");
        }
        page.waitForURL(url -> url.contains("sign-in"));
        page.locator("input[name=username]").fill("misaki");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("vaadin-button[theme~=primary]").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}
