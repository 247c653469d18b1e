package ai.hexabase.console.installation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.profile.Setting;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first question to revision 1 in a real browser, against the capacity of a real cluster. */
@RealClusters
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WizardIT {
    private static final String PASSWORD = "correct otter battery plinth";
    private RunningConsole console;
    private boolean accountMade;

    @BeforeAll
    void start(FleetCluster cluster) throws Exception {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        console = RunningConsole.start(Files.createTempDirectory(parent, "wizard-"), "console.database.durable=false");
        var access = console.bean(Kubeconfigs.class).read(cluster.kubeconfig()).access(cluster.name());
        console.bean(Clusters.class).register("tokyo-prod-1", Site.UNKNOWN, access);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, hq-tokyo", "ja-JP, hq-osaka"})
    void theWizardLeadsFromWhatIsNeededToRevisionOne(String language, String name) {
        try (var browser = Browser.open("wizard-" + language, language)) {
            var page = browser.page();
            signIn(page);
            page.navigate(console.url() + "/installations");
            browser.look("list-empty");
            page.navigate(console.url() + "/installations/new");
            assertThat(page.locator(".hx-wizard h1")).isVisible();
            answer(page, name);
            browser.look("needs");
            next(page, "/2");
            browser.look("profile");
            next(page, "/3");
            page.locator("vaadin-radio-button").first().click();
            browser.picture("target-chosen");
            assertThat(page.locator(".hx-calculation")).isVisible();
            browser.look("target");
            next(page, "/4");
            mistake(page, browser);
            narrow(page, browser);
            next(page, "/5");
            browser.look("save");
            page.locator(".hx-wizard-footer vaadin-button[theme~=primary]").click();
            page.waitForURL(url -> url.matches(".*/installations/[0-9a-f-]{36}"));
            assertThat(page.locator("h1")).hasText(name);
            browser.look("installation");
            page.navigate(console.url() + "/installations");
            assertThat(page.locator("vaadin-grid")).containsText(name);
            browser.look("list");
            assertThat(browser.complaints()).isEmpty();
        }
        var saved = console.bean(Installations.class).list().stream()
                .filter(installation -> installation.name().equals(name))
                .findFirst()
                .orElseThrow();
        var settings = console.bean(Installations.class).revision(saved.id(), 1).settings();
        assertThat(settings.text(Setting.BACKUP_RETENTION_DAYS)).isEqualTo("60");
        assertThat(settings.text(Setting.DEFAULT_MEMORY_LIMIT)).isEqualTo("4Gi");
        assertThat(console.bean(Installations.class).drafts()).isEmpty();
    }

    private void answer(Page page, String name) {
        var fields = page.locator(".hx-wizard input[slot=input]:not([type=checkbox]):not([type=radio])");
        fields.nth(0).fill(name);
        fields.nth(1).fill("80");
        fields.nth(2).fill("20");
        fields.nth(3).fill("1");
        fields.nth(3).blur();
    }

    private void mistake(Page page, Browser browser) {
        var memory = field(page, Setting.DEFAULT_MEMORY_LIMIT);
        memory.fill("4GB");
        var retention = field(page, Setting.BACKUP_RETENTION_DAYS);
        retention.fill("60");
        retention.blur();
        assertThat(page.locator(".hx-better vaadin-button")).isVisible();
        assertThat(page.locator("vaadin-form-item.hx-changed")).hasCount(1);
        browser.look("settings-mistake");
        page.locator(".hx-better vaadin-button").click();
        assertThat(memory).hasValue("4Gi");
        page.evaluate("document.documentElement.style.colorScheme='dark'");
        browser.look("settings-dark");
        page.evaluate("document.documentElement.style.colorScheme=''");
        page.reload();
        assertThat(field(page, Setting.BACKUP_RETENTION_DAYS)).hasValue("60");
    }

    private void narrow(Page page, Browser browser) {
        page.setViewportSize(900, 900);
        browser.look("settings-900");
        page.setViewportSize(1440, 900);
    }

    private static com.microsoft.playwright.Locator field(Page page, Setting setting) {
        return page.locator("[data-setting=" + setting.key() + "] input");
    }

    private void next(Page page, String ending) {
        page.locator(".hx-wizard-footer vaadin-button[theme~=primary]").click();
        page.waitForURL(url -> url.endsWith(ending));
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
        page.locator("vaadin-button[theme~=submit], vaadin-button[theme~=primary]")
                .first()
                .click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}
