package ai.hexabase.console.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.ClientKeys;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.identity.KeycloakAccess;
import ai.hexabase.console.identity.KeycloakSetup;
import ai.hexabase.console.identity.KeycloakWish;
import ai.hexabase.console.keycloak.KeycloakAdmin;
import ai.hexabase.console.keycloak.KeycloakServer;
import ai.hexabase.console.keycloak.Person;
import ai.hexabase.console.keycloak.RealKeycloak;
import ai.hexabase.console.keycloak.Realms;
import com.microsoft.playwright.Page;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** The console shows a real Keycloak who it is by a key of its own. */
@RealKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientKeyIT {
    private RunningConsole console;
    private KeycloakServer keycloak;
    private KeycloakAdmin admin;
    private String client;

    @BeforeAll
    void start(KeycloakServer server, KeycloakAdmin adminOfIt) throws Exception {
        keycloak = server;
        admin = adminOfIt;
        console = RunningConsole.fresh("client-key", "console.session.recheck=2s");
        console.bean(Accounts.class)
                .createFirst(
                        console.setupLink().replaceAll(".*/setup/", ""),
                        new NewAccount("misaki", "佐藤 美咲", "Blue-horse-42-lamp"));
        CorporatePeople.letIn(console, keycloak, admin);
        client = console.bean(IdentityProviders.class)
                .find(CorporatePeople.ID)
                .orElseThrow()
                .clientId();
        console.bean(ClientKeys.class).begin(CorporatePeople.ID);
        setUp();
    }

    private void setUp() {
        var access = new KeycloakAccess(
                keycloak.url(), Realms.CONSOLE, "master", KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD, "");
        var wish = new KeycloakWish(
                        client,
                        console.url() + "/login/oauth2/code/" + CorporatePeople.ID,
                        console.url() + "/sign-in",
                        console.url() + "/logout/connect/back-channel/" + CorporatePeople.ID)
                .withKeys(console.url() + "/oauth2/jwks/" + CorporatePeople.ID);
        var setup = console.bean(KeycloakSetup.class);
        setup.apply(access, wish);
        assertThat(setup.plan(access, wish))
                .allSatisfy(change -> assertThat(change.isNothing()).isTrue());
    }

    @AfterAll
    void stop() {
        console.close();
    }

    private void inABrowser(Consumer<Page> walk) {
        try (var browser = Browser.open("client-key", "en-GB")) {
            browser.pictureOnFailure(() -> walk.accept(browser.page()));
        }
    }

    private void signedIn(Page page) {
        CorporatePeople.signIn(page, console, Person.KENJI);
        page.waitForURL(url -> url.startsWith(console.url()) && !url.contains("sign-in") && !url.contains("login"));
        assertThat(page.locator(".hx-person")).isVisible(Patiently.visible());
    }

    @Test
    void peopleSignInAndSessionsAreRenewedWithoutASecret() {
        inABrowser(page -> {
            signedIn(page);
            var sessions = console.bean(LocalSessions.class);
            var id = sessions.ids().iterator().next();
            var before = sessions.signedIn(id).orElseThrow().tokens().getAccessToken();
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> !sessions.signedIn(id)
                            .orElseThrow()
                            .tokens()
                            .getAccessToken()
                            .equals(before));
        });
    }

    @Test
    void aKeyThatTheProviderDoesNotKnowIsRefusedInWords() {
        admin.change(
                Realms.CONSOLE,
                client,
                changed -> ((ObjectNode) changed.path("attributes"))
                        .put("jwks.url", console.url() + "/oauth2/jwks/nobody"));
        console.bean(ClientKeys.class).begin(CorporatePeople.ID);
        try {
            inABrowser(page -> {
                CorporatePeople.signIn(page, console, Person.AIKO);
                page.waitForURL("**/sign-in?client-refused");
                assertThat(page.getByText("does not accept this console’s client"))
                        .isVisible(Patiently.visible());
            });
            assertThat(console.bean(Acts.class).find(EntryQuery.ALL, 0, 3))
                    .anySatisfy(entry -> assertThat(entry.act().problem()).isEqualTo("sign-in-client-refused"));
        } finally {
            setUp();
        }
        inABrowser(this::signedIn);
    }
}
