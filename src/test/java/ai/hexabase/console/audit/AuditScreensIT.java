package ai.hexabase.console.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The record in a real browser: sign-ins and acts are there, an entry in depth, the whole checked, taken along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditScreensIT {
    private RunningConsole console;
    private Administrator administrator;

    @BeforeAll
    void start() throws Exception {
        console = RunningConsole.fresh("audit");
        administrator = new Administrator(console);
        var clusters = console.bean(Clusters.class);
        var shape = clusters.practiceShapes().getFirst();
        for (var name : new String[] {"tokyo-prod-1", "osaka-dr-1"}) {
            var cluster = clusters.registerPractice(name, Site.UNKNOWN, shape);
            clusters.rename(cluster.id(), name + "-new", Site.UNKNOWN);
        }
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void theRecordIsReadCheckedAndTakenAlong(String language) {
        try (var browser = Browser.open("audit-" + language, language)) {
            var page = browser.page();
            administrator.signIn(page);
            // what the old page says when it goes must not begin a session beside the new page's
            page.navigate("about:blank");
            page.context().clearCookies();
            refuse(page);
            administrator.signIn(page);
            page.navigate(console.url() + "/audit");
            browser.pictureOnFailure(() -> {
                assertThat(page.getByText("osaka-dr-1-new").first()).isVisible(Patiently.visible());
                browser.lookEveryWay("list");
                page.getByText("osaka-dr-1-new").first().click();
                assertThat(page.locator(".hx-entry .hx-diff")).isVisible(Patiently.visible());
                browser.lookEveryWay("entry");
                page.keyboard().press("Escape");
                page.locator(".hx-page-actions vaadin-button").click();
                assertThat(page.locator(".hx-page .hx-s-ok").first()).isVisible(Patiently.visible());
                browser.lookEveryWay("whole");
                takeAlong(page);
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void howLongTheRecordIsKeptIsSet(String language) {
        try (var browser = Browser.open("audit-settings-" + language, language)) {
            var page = browser.page();
            administrator.signIn(page);
            page.navigate(console.url() + "/" + AuditLinks.SETTINGS);
            browser.pictureOnFailure(() -> {
                assertThat(page.locator(".hx-kv").first()).isVisible(Patiently.visible());
                browser.lookEveryWay("settings");
                page.locator(".hx-panel-facts vaadin-button").first().click();
                var days = page.locator("vaadin-dialog vaadin-integer-field input");
                days.fill("365");
                days.press("Tab");
                assertThat(page.locator("vaadin-dialog [role=status]")).isVisible(Patiently.visible());
                browser.lookEveryWay("change");
                page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
                assertThat(page.locator(".hx-page .hx-kv").first()).containsText("365", Patiently.text());
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void refuse(Page page) {
        page.navigate(console.url() + "/sign-in");
        page.locator("input[name=username]").fill("somebody");
        page.locator("input[name=password]").fill("not the password of anybody");
        page.locator("vaadin-button[theme~=primary]").click();
        page.waitForURL("**?error");
    }

    private static void takeAlong(Page page) {
        var download = page.waitForDownload(
                () -> page.locator(".hx-page-actions a").last().click());
        try {
            var lines = Files.readAllLines(download.path());
            assertThat(lines).anyMatch(line -> line.contains("session.sign-in") && line.contains("REFUSED"));
            assertThat(lines).anyMatch(line -> line.contains("cluster.change"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
