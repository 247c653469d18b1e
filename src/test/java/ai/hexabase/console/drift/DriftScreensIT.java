package ai.hexabase.console.drift;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.practice.PracticeCluster;
import ai.hexabase.console.practice.PracticeClusters;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Rollouts;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** Drift in a real browser on a practice cluster, in both languages, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftScreensIT {
    private static final Duration A_WHILE = Duration.ofSeconds(120);

    private RunningConsole console;
    private Administrator administrator;
    private PracticeCluster cluster;
    private InstallationId installation;

    @BeforeAll
    void rollOut() throws Exception {
        console = RunningConsole.fresh("drift");
        administrator = new Administrator(console);
        var registered =
                console.bean(Clusters.class).registerPractice("tokyo-practice", Site.UNKNOWN, "one-zone-3-nodes");
        cluster = console.bean(PracticeClusters.class)
                .find(registered.server().getHost())
                .orElseThrow();
        installation = console.bean(Installations.class)
                .create("hq-tokyo", registered.id(), Profile.of(Profile.SMALL).settings(), "first")
                .id();
        var rollouts = console.bean(Rollouts.class);
        var rollout =
                rollouts.start(console.bean(Plans.class).make(installation).id());
        await().atMost(A_WHILE).until(() -> rollouts.get(rollout).state() == RolloutState.DONE);
        awaitState(DriftState.InSync.class);
    }

    private void awaitState(Class<? extends DriftState> state) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(
                                console.bean(Drifts.class).report(installation).state())
                        .isInstanceOf(state));
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void driftIsReadAcceptedIgnoredAndPutBack() {
        walk("en-GB", true);
        walk("ja-JP", false);
    }

    private void walk(String language, boolean first) {
        try (var browser = Browser.open("drift-" + language, language)) {
            var page = browser.page();
            administrator.signIn(page);
            browser.pictureOnFailure(() -> {
                if (first) {
                    appearsWhileLooking(page, browser);
                }
                places(page, browser);
                dialogs(page, browser);
                if (!first) {
                    putBack(page, browser);
                }
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void open(Page page) {
        page.navigate(console.url() + "/" + DriftLinks.of(installation));
    }

    private void appearsWhileLooking(Page page, Browser browser) {
        open(page);
        assertThat(page.locator(".hx-page .hx-s-ok").first()).isVisible(Patiently.visible());
        browser.look("in-sync");
        cluster.editAs(
                "kubectl-edit",
                DriftGround.DEPLOYMENT,
                JsonMapper.shared()
                        .readTree(
                                "{\"spec\":{\"replicas\":5,\"progressDeadlineSeconds\":900,\"template\":{\"metadata\":{\"labels\":{\"app.kubernetes.io/part-of\":\"other\"}}}}}"));
        var registered = console.bean(Installations.class).get(installation).cluster();
        console.bean(Clusters.class)
                .connection(registered)
                .delete(ResourceKind.SERVICE.named(Names.NAMESPACE, Names.UI_SERVICE), DeleteOptions.BACKGROUND);
        assertThat(page.getByText(".spec.replicas").first()).isVisible(Patiently.visible());
        assertThat(page.getByText(Names.UI_SERVICE).first()).isVisible(Patiently.visible());
    }

    private void places(Page page, Browser browser) {
        page.navigate(console.url() + "/");
        assertThat(page.locator(".hx-attention .hx-s-warn").first()).isVisible(Patiently.visible());
        browser.look("home");
        page.navigate(console.url() + "/" + InstallationLinks.LIST);
        assertThat(page.locator(".hx-drift-cell").first()).isVisible(Patiently.visible());
        browser.look("list");
        page.navigate(console.url() + "/" + InstallationLinks.of(installation));
        assertThat(page.locator(".hx-drift-names").first()).isVisible(Patiently.visible());
        browser.look("installation");
        open(page);
        assertThat(page.locator(".hx-drift-table").first()).isVisible(Patiently.visible());
        browser.lookEveryWay("drift");
    }

    private void dialogs(Page page, Browser browser) {
        page.locator(".hx-panel-facts vaadin-button").first().click();
        assertThat(page.locator("vaadin-dialog vaadin-radio-button").first()).isVisible(Patiently.visible());
        browser.look("accept");
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        page.waitForURL("**/5");
        browser.look("accepted-draft");
        open(page);
        page.locator(".hx-drift-table vaadin-button").first().click();
        assertThat(page.locator("vaadin-dialog textarea")).isVisible(Patiently.visible());
        browser.look("ignore");
        page.locator("vaadin-dialog textarea").fill("Load test until the end of the week");
        page.locator("vaadin-dialog vaadin-date-picker input").click();
        page.locator("vaadin-month-calendar [part~=today]").first().click();
        var confirm = page.locator("vaadin-dialog vaadin-button[theme~=primary]");
        assertThat(confirm).isEnabled(Patiently.enabled());
        confirm.click();
        assertThat(page.getByText("Load test until the end of the week").first())
                .isVisible(Patiently.visible());
        browser.lookEveryWay("ignored");
        page.locator(".hx-drift-table vaadin-button").last().click();
        assertThat(page.getByText("Load test until the end of the week")).hasCount(0);
    }

    private void putBack(Page page, Browser browser) {
        page.locator(".hx-page-actions vaadin-button[theme~=primary]").click();
        assertThat(page.locator("vaadin-dialog .hx-facts")).isVisible(Patiently.visible());
        browser.look("put-back");
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        page.waitForURL("**/plan");
        browser.look("put-back-review");
    }
}
