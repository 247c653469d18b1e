package ai.hexabase.console.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.Entry;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.common.Scope;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.RoleRule;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.keycloak.KeycloakAdmin;
import ai.hexabase.console.keycloak.KeycloakServer;
import ai.hexabase.console.keycloak.Person;
import ai.hexabase.console.keycloak.RealKeycloak;
import ai.hexabase.console.keycloak.Realms;
import ai.hexabase.console.profile.Profile;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Something dangerous asks for a sign-in not long ago: of a real Keycloak, or by the password of a local account. Roles
 * that are limited show no more than that much.
 */
@RealKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {
    private RunningConsole console;
    private Administrator local;

    @BeforeAll
    void start(KeycloakServer keycloak, KeycloakAdmin admin) throws Exception {
        console = RunningConsole.fresh("rights");
        local = new Administrator(console);
        try (var browser = Browser.open("rights", "en-GB")) {
            local.signIn(browser.page());
        }
        CorporatePeople.letIn(console, keycloak, admin);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    private void inABrowser(String language, BiConsumer<Page, Browser> walk) {
        try (var browser = Browser.open("rights-" + language, language)) {
            browser.pictureOnFailure(() -> walk.accept(browser.page(), browser));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void signedIn(Page page) {
        CorporatePeople.signIn(page, console, Person.MISAKI);
        page.waitForURL(url -> url.startsWith(console.url()) && !url.contains("sign-in") && !url.contains("login"));
    }

    /** As if all who are signed in had done so long ago. */
    private void longAgo() {
        var sessions = console.bean(LocalSessions.class);
        sessions.ids().stream()
                .flatMap(id -> sessions.who(id).stream())
                .map(who -> (ai.hexabase.console.security.Person) who.getPrincipal())
                .forEach(person -> person.proof().renew(Instant.EPOCH));
    }

    /** The way to change how long the record is kept. */
    private void change(Page page) {
        page.navigate(console.url() + "/settings/audit");
        page.locator(".hx-panel vaadin-button").first().click();
    }

    private static Locator dialog(Page page) {
        return page.locator("vaadin-dialog[opened]").last();
    }

    /** At Keycloak, which knows the person and asks all the same; the company's own realm wants the password. */
    private static void again(Page window) {
        window.locator("#social-" + Realms.CORP).click();
        var username = window.locator("#username:not([type=hidden])");
        window.locator("#password").waitFor();
        if (username.isVisible() && username.isEditable()) {
            username.fill(Person.MISAKI.username());
        }
        window.locator("#password").fill(Person.PASSWORD);
        window.locator("#kc-login").click();
    }

    @Test
    void whoeverHasJustSignedInIsNotAskedAgain() {
        inABrowser("en-GB", (page, browser) -> {
            signedIn(page);
            change(page);
            assertThat(dialog(page).locator("vaadin-integer-field")).isVisible(Patiently.visible());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void anOldSignInIsRenewedInAWindowOfItsOwnAndThePageGoesOn(String language) {
        inABrowser(language, (page, browser) -> {
            signedIn(page);
            longAgo();
            change(page);
            var way = dialog(page).locator("a.hx-button");
            assertThat(way).isVisible(Patiently.visible());
            browser.lookEveryWay("asked");
            var window = page.waitForPopup(way::click);
            again(window);
            window.waitForURL("**/sign-in/confirmed");
            assertThat(window.locator("[class*=hx-s-ok]").first()).isVisible(Patiently.visible());
            window.close();
            assertThat(dialog(page).locator("vaadin-integer-field")).isVisible(Patiently.visible());
            assertThat(newest().kind()).isEqualTo("session.confirm");
        });
    }

    private Act newest() {
        List<Entry> entries = console.bean(Acts.class).find(EntryQuery.ALL, 0, 1);
        return entries.getFirst().act();
    }

    @Test
    void somebodyElseAtTheProviderProvesNothing() {
        inABrowser("en-GB", (page, browser) -> {
            signedIn(page);
            longAgo();
            change(page);
            forgetKeycloak(page.context());
            var window =
                    page.waitForPopup(() -> dialog(page).locator("a.hx-button").click());
            CorporatePeople.throughTheBroker(window, Person.KENJI);
            window.waitForURL("**/sign-in/confirmed");
            assertThat(window.getByText("Somebody else signed in").first()).isVisible();
            window.close();
            assertThat(dialog(page).getByText("Somebody else signed in")).isVisible(Patiently.visible());
            assertThat(newest().problem()).isEqualTo("confirm-other-person");
            page.navigate(console.url() + "/me");
            assertThat(page.locator(".hx-person")).containsText("佐藤");
        });
    }

    /** So that somebody else can sign in there. */
    private static void forgetKeycloak(BrowserContext context) {
        for (Cookie cookie : context.cookies()) {
            if (cookie.path.startsWith("/realms/")) {
                context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie.name));
            }
        }
    }

    @Test
    void aLocalAccountIsAskedForItsPasswordOnTheSpot() {
        inABrowser("en-GB", (page, browser) -> {
            local.signIn(page);
            longAgo();
            change(page);
            var password = dialog(page).locator("#confirm-password input");
            password.fill("not this one");
            password.press("Enter");
            assertThat(dialog(page).getByText("This is not the password")).isVisible(Patiently.visible());
            browser.lookEveryWay("wrong");
            password.fill(Administrator.PASSWORD);
            password.press("Enter");
            assertThat(dialog(page).locator("vaadin-integer-field")).isVisible(Patiently.visible());
        });
    }

    @Test
    void aButtonThatIsOffSaysWhyToScreenReadersToo() {
        inABrowser("en-GB", (page, browser) -> {
            CorporatePeople.signIn(page, console, Person.KENJI);
            page.waitForURL(url -> url.startsWith(console.url()) && !url.contains("login"));
            page.navigate(console.url() + "/clusters");
            var off = page.locator(".hx-page-actions vaadin-button").first();
            assertThat(off).isDisabled();
            assertThat(off).hasAccessibleDescription("This needs the role “administrator” here. Ask an administrator.");
            off.focus();
            assertThat(page.locator("vaadin-tooltip-overlay, vaadin-tooltip[opened]")
                            .first())
                    .isAttached();
            browser.lookEveryWay("off");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void aLimitedOperatorFindsWhatIsTheirsAndALinkElsewhereLeadsNowhere(String language) {
        var clusters = console.bean(Clusters.class);
        var installations = console.bean(Installations.class);
        var name = language.toLowerCase(Locale.ROOT);
        var tokyo = clusters.registerPractice(
                        "tokyo-" + name, Site.UNKNOWN, clusters.practiceShapes().getFirst())
                .id();
        var osaka = clusters.registerPractice(
                        "osaka-" + name, Site.UNKNOWN, clusters.practiceShapes().getFirst())
                .id();
        var small = Profile.of(Profile.SMALL).settings();
        var mine = installations.create("mine-" + name, tokyo, small, "");
        var other = installations.create("other-" + name, osaka, small, "");
        limit(Scope.only(Set.of(mine.id()), Set.of()));
        inABrowser(language, (page, browser) -> {
            CorporatePeople.signIn(page, console, Person.KENJI);
            page.waitForURL(url -> url.startsWith(console.url()) && !url.contains("login"));
            page.navigate(console.url() + "/me");
            browser.look("limited-me");
            page.navigate(console.url() + "/installations");
            assertThat(page.getByText("mine-" + name).first()).isVisible(Patiently.visible());
            assertThat(page.getByText("other-" + name)).hasCount(0);
            browser.look("limited-installations");
            page.navigate(console.url() + "/installations/" + mine.id());
            browser.lookEveryWay("limited-mine");
            page.navigate(console.url() + "/clusters/" + tokyo);
            browser.lookEveryWay("limited-cluster");
            page.navigate(console.url() + "/installations/" + other.id());
            assertThat(page.locator(".hx-empty, vaadin-app-layout main").first())
                    .isVisible(Patiently.visible());
            browser.picture("limited-other");
            assertThat(page.getByText("other-" + name)).hasCount(0);
            page.navigate(console.url() + "/clusters/" + osaka);
            assertThat(page.getByText("osaka-" + name)).hasCount(0);
        });
        inABrowser(language, (page, browser) -> {
            signedIn(page);
            page.navigate(console.url() + "/settings/sign-in/" + CorporatePeople.ID);
            assertThat(page.locator("vaadin-multi-select-combo-box:visible")).hasCount(1);
            browser.lookEveryWay("limited-rules");
        });
    }

    private void limit(Scope scope) {
        CorporatePeople.give(
                console,
                new RoleRule("/it/platform", Role.ADMIN),
                new RoleRule("/it/operations", Role.OPERATOR, scope));
    }
}
