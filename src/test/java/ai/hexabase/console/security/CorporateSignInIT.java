package ai.hexabase.console.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.RoleRule;
import ai.hexabase.console.keycloak.KeycloakAdmin;
import ai.hexabase.console.keycloak.KeycloakServer;
import ai.hexabase.console.keycloak.Person;
import ai.hexabase.console.keycloak.RealKeycloak;
import ai.hexabase.console.keycloak.Realms;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People of a company sign in through a real Keycloak that passes them on from the company's own directory. */
@RealKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorporateSignInIT {
    private RunningConsole console;
    private KeycloakServer keycloak;
    private KeycloakAdmin admin;

    @BeforeAll
    void start(KeycloakServer server, KeycloakAdmin adminOfIt) throws Exception {
        keycloak = server;
        admin = adminOfIt;
        console = RunningConsole.fresh("corporate", "console.session.recheck=2s");
        console.bean(Accounts.class).createFirst(token(), new NewAccount("misaki", "佐藤 美咲", "Blue-horse-42-lamp"));
        CorporatePeople.letIn(console, keycloak, admin);
    }

    private String token() {
        return console.setupLink().replaceAll(".*/setup/", "");
    }

    @AfterAll
    void stop() {
        console.close();
    }

    private void inABrowser(Consumer<Page> walk) {
        try (var browser = Browser.open("corporate-sign-in", "en-GB")) {
            browser.pictureOnFailure(() -> walk.accept(browser.page()));
        }
    }

    private void signedIn(Page page, Person person) {
        CorporatePeople.signIn(page, console, person);
        page.waitForURL(url -> url.startsWith(console.url()) && !url.contains("sign-in") && !url.contains("login"));
        assertThat(page.locator(".hx-person")).isVisible();
    }

    private void roles(Page page, String words) {
        page.navigate(console.url() + "/me");
        assertThat(page.getByText(words)).isVisible();
    }

    @Test
    void aGroupOfTheCompanyGivesItsRole() {
        inABrowser(page -> {
            signedIn(page, Person.KENJI);
            assertThat(page.locator(".hx-person")).containsText("田中");
            roles(page, "Roles: operator");
            page.navigate(console.url() + "/settings/sign-in");
            assertThat(page.getByText("Add an identity provider")).hasCount(0);
        });
    }

    @Test
    void whoHasNoRoleIsToldSoAndStaysOutside() {
        inABrowser(page -> {
            CorporatePeople.signIn(page, console, Person.TARO);
            page.waitForURL("**/sign-in?no-role");
            assertThat(page.getByText("none of your groups has a role")).isVisible();
            page.navigate(console.url() + "/clusters");
            page.waitForURL("**/sign-in");
            assertThat(console.bean(Acts.class).find(EntryQuery.ALL, 0, 5)).anySatisfy(entry -> {
                assertThat(entry.act().result()).isEqualTo(Act.Result.REFUSED);
                assertThat(entry.act().problem()).isEqualTo("sign-in-no-role");
                assertThat(entry.who().name()).isEqualTo("taro.none");
                assertThat(entry.who().provider()).isEqualTo(CorporatePeople.ID);
            });
        });
    }

    @Test
    void aChangeOfGroupsArrivesWithTheNextSignIn() {
        inABrowser(page -> {
            signedIn(page, Person.AIKO);
            roles(page, "Roles: auditor");
        });
        admin.people(Realms.CORP).setGroups(Person.AIKO.username(), "/audit", "/it/operations");
        inABrowser(page -> {
            signedIn(page, Person.AIKO);
            roles(page, "Roles: operator");
        });
        admin.people(Realms.CORP).setGroups(Person.AIKO.username(), "/audit");
    }

    @Test
    void whenTheCompanyEndsASessionItIsOverHere() {
        inABrowser(page -> {
            signedIn(page, Person.HANAKO);
            page.navigate(console.url() + "/me");
            admin.people(Realms.CORP).signOut(Person.HANAKO.username());
            await().atMost(20, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(
                                    console.bean(SessionStore.class).since(CorporatePeople.ID, java.time.Instant.EPOCH))
                            .filteredOn(session -> session.account().equals(Person.HANAKO.username()))
                            .allSatisfy(session -> assertThat(session.endedBy()).isEqualTo(SessionEnd.PROVIDER)));
            page.navigate(console.url() + "/clusters");
            page.waitForURL("**/sign-in");
        });
    }

    @Test
    void signingOutHereSignsOutThereToo() {
        inABrowser(page -> {
            signedIn(page, Person.KENJI);
            page.locator(".hx-person").click();
            page.getByText("Sign out").click();
            page.waitForURL(Pattern.compile(".*/sign-in.*"));
            page.locator("a[href*='oauth2/authorization/']").click();
            assertThat(page.locator("#social-" + Realms.CORP)).isVisible();
        });
    }

    @Test
    void aChangeAtTheProviderReachesOpenSessions() {
        try {
            inABrowser(page -> {
                signedIn(page, Person.HANAKO);
                roles(page, "Roles: approver");
                // the rule is the console's, so the claims need not change
                CorporatePeople.give(console, new RoleRule("/it/change-board", Role.VIEWER));
                await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> {
                    page.reload();
                    assertThat(page.getByText("Roles: viewer")).isVisible();
                });
                CorporatePeople.give(console, new RoleRule("/it/platform", Role.ADMIN));
                isOutSoon(page);
            });
        } finally {
            CorporatePeople.letIn(console, keycloak, admin);
        }
    }

    private void isOutSoon(Page page) {
        await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> {
            page.navigate(console.url() + "/me");
            assertThat(page.url()).contains("sign-in");
        });
    }

    @Test
    void whoIsDisabledAtTheProviderIsOutSoon() {
        var people = admin.people(Realms.CONSOLE);
        try {
            inABrowser(page -> {
                signedIn(page, Person.AIKO);
                people.setEnabled(Person.AIKO.username(), false);
                isOutSoon(page);
            });
        } finally {
            people.setEnabled(Person.AIKO.username(), true);
        }
    }

    @Test
    void newKeysOfTheProviderAreFetched() {
        inABrowser(page -> signedIn(page, Person.KENJI));
        var before = admin.signingKey(Realms.CONSOLE);
        assertThat(admin.rotateKeys(Realms.CONSOLE)).isNotEqualTo(before);
        inABrowser(page -> signedIn(page, Person.KENJI));
    }

    @Test
    void anAnswerIsTakenOnce() {
        inABrowser(page -> {
            var answers = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.url().startsWith(console.url() + "/login/oauth2/code/")) {
                    answers.add(request.url());
                }
            });
            signedIn(page, Person.KENJI);
            page.context().clearCookies();
            page.navigate(answers.getFirst());
            page.waitForURL("**/sign-in?again");
            page.navigate(console.url() + "/login/oauth2/code/corporate?code=made-up&state=made-up");
            page.waitForURL("**/sign-in?again");
        });
    }

    @Test
    void aProviderThatIsDownIsNamedAndTheConsolesOwnAccountGetsIn() {
        keycloak.stop();
        try {
            inABrowser(page -> {
                page.navigate(console.url() + "/sign-in");
                page.locator("a[href*='oauth2/authorization/']").click();
                page.waitForURL("**/sign-in?provider-away");
                assertThat(page.getByText("does not answer")).isVisible();
                page.locator("input[name=username]").fill("misaki");
                page.locator("input[name=password]").fill("Blue-horse-42-lamp");
                page.locator("vaadin-button[theme~=primary]").click();
                page.waitForURL(url -> !url.contains("sign-in"));
                assertThat(page.getByText("misaki signed in with an account of the console itself")
                                .first())
                        .isVisible();
            });
        } finally {
            keycloak.start();
        }
    }
}
