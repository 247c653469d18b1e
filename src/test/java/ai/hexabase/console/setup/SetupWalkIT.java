package ai.hexabase.console.setup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.e2e.Words;
import ai.hexabase.console.keycloak.KeycloakAdmin;
import ai.hexabase.console.keycloak.KeycloakServer;
import ai.hexabase.console.keycloak.RealKeycloak;
import ai.hexabase.console.keycloak.Realms;
import ai.hexabase.console.oci.RealRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the setup link to the wizard, with a real Keycloak and a real registry, left in the middle and taken up again. */
@RealKeycloak
class SetupWalkIT {
    private static RealRegistry registry;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        registry = RealRegistry.askingForTokens();
        registry.push("hexabase/control-plane", "1.4.2");
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void anAdministratorGoesThroughAllStepsAndMayLeaveInBetween(
            String language, KeycloakServer keycloak, KeycloakAdmin admin) throws Exception {
        admin.remove(Realms.CONSOLE, "hexabase-console");
        try (var console = RunningConsole.start(directory, "console.database.durable=false")) {
            var administrator = new Administrator(console);
            try (var browser = Browser.open("setup-" + language, language)) {
                var walk = new SetupWalk(browser, Words.of(language));
                browser.pictureOnFailure(() -> {
                    administrator.signIn(browser.page());
                    walk.seesTheDatabase();
                    walk.provesThatTheCopyOfTheKeyWorks(copyOfTheKey());
                    walk.letsKeycloakBeConfigured(keycloak);
                    walk.isMadeAdministratorThere(keycloak);
                    walk.triesToSignInAndSwitchesOn();
                });
                assertThat(browser.complaints()).isEmpty();
            }
            try (var browser = Browser.open("setup-again-" + language, language)) {
                var walk = new SetupWalk(browser, Words.of(language));
                browser.pictureOnFailure(() -> {
                    administrator.signIn(browser.page());
                    walk.comesBackByTheChecklist();
                    walk.addsAPracticeCluster();
                    walk.checksTheRegistry(registry);
                    walk.endsInTheWizard();
                    theLinkIsOfNoUseAnyMore(browser, console);
                });
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private String copyOfTheKey() {
        try {
            return Files.readString(directory.resolve("master.key"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void theLinkIsOfNoUseAnyMore(Browser browser, RunningConsole console) {
        var page = browser.page();
        page.navigate("about:blank");
        page.context().clearCookies();
        page.navigate(console.setupLink());
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page.locator(".hx-door-fields")).isHidden();
        browser.look("link-used");
        page.navigate(console.url() + "/setup");
        page.waitForURL("**/sign-in");
    }
}
