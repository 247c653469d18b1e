package ai.hexabase.console.datastore;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.database.DatabaseKind;
import ai.hexabase.console.database.ExternalServer;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator moves the console to another database in a real browser, and stays signed in. */
class DatabaseScreensIT {
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void anotherDatabaseIsCheckedAndTheConsoleMovedThere(String language) throws Exception {
        try (var server = ExternalServer.start();
                var console = RunningConsole.fresh("database-screens");
                var browser = Browser.open("database-" + language, language)) {
            var page = browser.page();
            new Administrator(console).signIn(page);
            MoveGround.fill(console);
            browser.pictureOnFailure(() -> {
                page.navigate(console.url() + "/settings/database");
                assertThat(page.locator(".hx-kv")).isVisible(Patiently.visible());
                browser.lookEveryWay("embedded");
                page.locator(".hx-datastore vaadin-details-summary").click();
                assertThat(page.locator(".hx-statements")).isVisible(Patiently.visible());
                browser.look("preparation");
                page.locator(".hx-datastore vaadin-details-summary").click();
                enter(page, server, "guess");
                page.locator("#datastore-check").click();
                assertThat(page.locator(".hx-stages li.hx-s-fail")).isVisible(Patiently.visible());
                browser.lookEveryWay("wrong-password");
                page.locator("#datastore-owner-password input").fill(server.password());
                page.locator("#datastore-check").click();
                assertThat(page.locator("#datastore-move:not([disabled])")).isVisible(Patiently.visible());
                browser.lookEveryWay("checked");
                page.locator("#datastore-move").click();
                page.locator(".hx-confirmation input").fill(ExternalServer.DATABASE);
                browser.look("confirmation");
                page.locator(".hx-confirmation vaadin-button[theme~=error]").click();
                assertThat(page.locator(".hx-datastore .hx-notice.hx-s-ok"))
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
                browser.lookEveryWay("moved");
                page.navigate(console.url() + "/audit");
                assertThat(page.locator("vaadin-grid")).isVisible(Patiently.visible());
                browser.look("audit");
                page.navigate(console.url() + "/settings/database");
                assertThat(page.locator(".hx-kv")).isVisible(Patiently.visible());
                browser.look("external");
            });
            assertThat(console.bean(Datastores.class).present().kind()).isEqualTo(DatabaseKind.MOVED);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void enter(Page page, ExternalServer server, String ownerPassword) {
        page.locator("#datastore-host input").fill(ExternalServer.HOST);
        page.locator("#datastore-port input").fill(String.valueOf(server.port()));
        page.locator("#datastore-password input").fill(server.password());
        page.locator("#datastore-owner-password input").fill(ownerPassword);
        page.locator("#datastore-authority textarea").fill(server.authority());
    }
}
