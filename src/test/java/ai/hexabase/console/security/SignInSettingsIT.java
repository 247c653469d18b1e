package ai.hexabase.console.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.keycloak.KeycloakAdmin;
import ai.hexabase.console.keycloak.KeycloakServer;
import ai.hexabase.console.keycloak.Person;
import ai.hexabase.console.keycloak.RealKeycloak;
import ai.hexabase.console.keycloak.Realms;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator sets up sign-in through a real Keycloak in a real browser, and somebody signs in. */
@RealKeycloak
class SignInSettingsIT {
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void aProviderIsEnteredTriedAndSwitchedOn(String language, KeycloakServer keycloak, KeycloakAdmin admin)
            throws Exception {
        try (var console = RunningConsole.fresh("sign-in-settings");
                var browser = Browser.open("sign-in-settings-" + language, language)) {
            var page = browser.page();
            new Administrator(console).signIn(page);
            var client = admin.registerConsole(URI.create(console.url()), CorporatePeople.ID);
            browser.pictureOnFailure(() -> {
                page.navigate(console.url() + "/settings/sign-in");
                browser.lookEveryWay("no-provider");
                page.locator(".hx-page-actions vaadin-button").click();
                enter(page, keycloak.issuer(Realms.CONSOLE), client.clientId(), client.secret());
                browser.lookEveryWay("entered");
                page.locator(".hx-page-actions vaadin-button[theme~=primary]").click();
                page.waitForURL("**/settings/sign-in/corporate");
                browser.look("saved");
                trial(page, browser);
                page.locator(".hx-provider-side vaadin-button[theme~=primary]").click();
                assertThat(page.locator(".hx-notice.hx-s-ok")).isVisible(Patiently.visible());
                browser.lookEveryWay("switched-on");
                page.navigate("about:blank");
                page.context().clearCookies();
                page.navigate(console.url() + "/sign-in");
                browser.lookEveryWay("sign-in");
                CorporatePeople.signIn(page, console, Person.KENJI);
                page.waitForURL(url -> url.startsWith(console.url()) && !url.contains("sign-in"));
                assertThat(console.bean(IdentityProviders.class).find(CorporatePeople.ID))
                        .hasValueSatisfying(saved ->
                                assertThat(saved.rules()).containsExactlyInAnyOrderElementsOf(CorporatePeople.RULES));
                page.navigate(console.url() + "/me");
                browser.lookEveryWay("me");
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void enter(Page page, String issuer, String client, String secret) {
        page.locator("#identity-name input").fill(CorporatePeople.NAME);
        page.locator("#identity-issuer input").fill(issuer);
        page.locator("#identity-client input").fill(client);
        page.locator("#identity-secret input").fill(secret);
        var add = page.locator(".hx-role-rules > vaadin-button");
        var lines = page.locator(".hx-role-rules-table vaadin-text-field input");
        for (var rule : CorporatePeople.RULES) {
            var before = lines.count();
            add.click();
            assertThat(lines).hasCount(before + 1);
            lines.last().fill(rule.value());
            page.locator(".hx-role-rules-table vaadin-select:not(.hx-scope)")
                    .last()
                    .click();
            var roles = page.locator("vaadin-select-list-box vaadin-select-item:visible");
            assertThat(roles).hasCount(Role.values().length);
            roles.nth(rule.role().ordinal()).click();
            assertThat(roles).hasCount(0);
        }
        page.locator(".hx-page-actions vaadin-button").nth(1).click();
        assertThat(page.locator(".hx-notice.hx-s-ok")).isVisible(Patiently.visible());
    }

    /** In the window that opens; what it showed is in the settings too. */
    private static void trial(Page page, Browser browser) {
        var window = page.waitForPopup(
                () -> page.locator(".hx-provider-side a.hx-button").click());
        CorporatePeople.throughTheBroker(window, Person.MISAKI);
        assertThat(window.locator(".hx-trial .hx-s-ok, .hx-trial.hx-s-ok, .hx-trial [class*=hx-s-ok]")
                        .first())
                .isVisible(Patiently.visible());
        assertThat(window.getByText("/it/platform")).isVisible();
        window.close();
        assertThat(page.locator(".hx-trial").getByText("/it/platform", new Locator.GetByTextOptions().setExact(true)))
                .isVisible(Patiently.visible());
        browser.lookEveryWay("tried");
    }
}
