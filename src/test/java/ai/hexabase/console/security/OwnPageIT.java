package ai.hexabase.console.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's own page and the help in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPageIT {
    private RunningConsole console;
    private Administrator administrator;

    @BeforeAll
    void start() throws Exception {
        console = RunningConsole.fresh("own-page");
        administrator = new Administrator(console);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    private void me(Page page) {
        page.navigate(console.url() + "/me");
        assertThat(page.locator("vaadin-radio-group").first()).isVisible(Patiently.visible());
    }

    @Test
    void whatSomebodyChoosesFollowsThemToAnotherBrowserAndTheyCanSignOutEverywhere() {
        try (var one = Browser.open("own-page-one", "en-GB");
                var other = Browser.open("own-page-other", "en-GB")) {
            administrator.signIn(one.page());
            me(one.page());
            one.pictureOnFailure(() -> choose(one.page()));
            administrator.signIn(other.page());
            me(other.page());
            other.pictureOnFailure(() -> {
                assertThat(other.page().locator("html")).hasAttribute("lang", "ja");
                assertThat(other.page().locator("html")).hasAttribute("theme", "dark");
                assertThat(other.page().locator("html")).hasAttribute("data-zone", "America/New_York");
                assertThat(other.page().locator("vaadin-combo-box input"))
                        .hasValue(java.util.regex.Pattern.compile("America/New_York.*"));
                assertThat(other.page()
                                .getByTitle(java.util.regex.Pattern.compile(".*-0[45]:00"))
                                .first())
                        .isVisible();
            });
            other.page().locator(".hx-panel-facts vaadin-button").last().click();
            other.page().waitForURL(url -> url.contains("sign-in"));
            one.page().navigate(console.url() + "/me");
            one.page().waitForURL(url -> url.contains("sign-in"));
            assertThat(one.complaints()).isEmpty();
        }
    }

    private static void choose(Page page) {
        page.locator("vaadin-radio-group")
                .first()
                .locator("vaadin-radio-button")
                .first()
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        page.locator("vaadin-radio-group")
                .nth(1)
                .locator("vaadin-radio-button")
                .nth(2)
                .click();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        page.locator("vaadin-combo-box input").fill("America/New_York");
        page.locator("vaadin-combo-box-item").first().click();
        assertThat(page.locator("html")).hasAttribute("data-zone", "America/New_York");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void helpOpensByKeyBesideTheScreenAndNotWhileSomebodyTypes(String language) {
        try (var browser = Browser.open("help-" + language, language)) {
            var page = browser.page();
            administrator.signIn(page);
            // what was chosen elsewhere must not decide the language of these pictures
            page.context()
                    .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                            .setName(java.util.regex.Pattern.compile("hexabase-(language|theme|zone)")));
            browser.pictureOnFailure(() -> {
                me(page);
                browser.lookEveryWay("me");
                var help = page.locator(".hx-help-head");
                page.keyboard().press("F1");
                assertThat(help).isVisible(Patiently.visible());
                browser.lookEveryWay("help-me");
                page.keyboard().press("Escape");
                assertThat(help).not().isVisible();
                page.locator("vaadin-combo-box input").press("?");
                page.navigate(console.url() + "/clusters");
                assertThat(page.locator("h1")).isVisible(Patiently.visible());
                assertThat(help).not().isVisible();
                page.locator("h1").click();
                page.keyboard().press("?");
                assertThat(help).isVisible(Patiently.visible());
                browser.lookEveryWay("help-clusters");
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
