package ai.hexabase.console.installation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.profile.Setting;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first question to revision 1 in a real browser, against the capacity of a real cluster. */
@RealClusters
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WizardIT {
    private RunningConsole console;
    private Administrator administrator;

    @BeforeAll
    void start(FleetCluster cluster) throws Exception {
        console = RunningConsole.fresh("wizard");
        administrator = new Administrator(console);
        console.register(cluster, "tokyo-prod-1");
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
            administrator.signIn(page);
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
            browser.lookNarrow("settings");
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

    @ParameterizedTest
    @CsvSource({"en-GB, Values proposed by this console", "ja-JP, 値は本コンソールの提案です"})
    void theLargeProfileSaysWhoseValuesItHas(String language, String remark) {
        try (var browser = Browser.open("wizard-large-" + language, language)) {
            var page = browser.page();
            administrator.signIn(page);
            page.navigate(console.url() + "/installations/new");
            assertThat(page.locator(".hx-wizard h1")).isVisible();
            answer(page, "hq-large", "5000", "400", "3");
            assertThat(page.locator(".hx-wizard-consequences .hx-remark")).containsText(remark);
            browser.look("needs");
            next(page, "/2");
            assertThat(page.locator("vaadin-radio-button[checked] .hx-remark")).containsText(remark);
            browser.look("profile");
            next(page, "/3");
            page.locator("vaadin-radio-button").first().click();
            assertThat(page.locator(".hx-calculation")).isVisible();
            browser.look("target");
            next(page, "/4");
            browser.lookNarrow("settings");
            page.navigate(console.url() + "/installations");
            page.locator(".hx-drafts vaadin-button").click();
            assertThat(page.locator(".hx-drafts")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void answer(Page page, String name) {
        answer(page, name, "80", "20", "1");
    }

    private void answer(Page page, String name, String users, String vclusters, String zones) {
        var fields = page.locator(".hx-wizard input[slot=input]:not([type=checkbox]):not([type=radio])");
        fields.nth(0).fill(name);
        fields.nth(1).fill(users);
        fields.nth(2).fill(vclusters);
        fields.nth(3).fill(zones);
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
        browser.lookInTheDark("settings");
        page.reload();
        assertThat(field(page, Setting.BACKUP_RETENTION_DAYS)).hasValue("60");
    }

    private static com.microsoft.playwright.Locator field(Page page, Setting setting) {
        return page.locator("[data-setting=" + setting.key() + "] input");
    }

    private void next(Page page, String ending) {
        page.locator(".hx-wizard-footer vaadin-button[theme~=primary]").click();
        page.waitForURL(url -> url.endsWith(ending));
    }
}
