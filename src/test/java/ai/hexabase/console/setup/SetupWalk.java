package ai.hexabase.console.setup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.Uploads;
import ai.hexabase.console.e2e.Words;
import ai.hexabase.console.keycloak.KeycloakServer;
import ai.hexabase.console.keycloak.Person;
import ai.hexabase.console.keycloak.Realms;
import ai.hexabase.console.oci.RealRegistry;
import ai.hexabase.console.security.CorporatePeople;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** What an administrator does in the first-time setup, step by step. */
final class SetupWalk {
    private final Browser browser;
    private final Page page;
    private final Words words;

    SetupWalk(Browser browser, Words words) {
        this.browser = browser;
        this.page = browser.page();
        this.words = words;
    }

    private void arrivesAt(String step) {
        page.waitForURL("**/setup/" + step);
        assertThat(page.locator("h1")).hasText(words.get("setup." + step + ".title"));
        everyPartIsLoaded();
    }

    /** The steps come from elsewhere; what they are made of has to be named by the screen. */
    private void everyPartIsLoaded() {
        await().pollInSameThread()
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(page.evaluate(
                                "() => [...document.querySelectorAll('main *')].map(part => part.localName)"
                                        + ".filter(name => /^(vaadin|hx)-(?!grid-cell-content)/.test(name) && !customElements.get(name))"
                                        + ".join(' ')"))
                        .as("parts that are not loaded")
                        .isEqualTo(""));
    }

    private Locator button(String key) {
        return page.locator("vaadin-button").filter(new Locator.FilterOptions().setHasText(words.get(key)));
    }

    private Locator wayOn() {
        return page.locator(".hx-wizard-footer vaadin-button[theme~=primary]");
    }

    private void goesOn() {
        assertThat(wayOn()).isEnabled(Patiently.enabled());
        wayOn().click();
    }

    void seesTheDatabase() {
        assertThat(page.locator("h1")).hasText(words.get("setup.database.title"));
        browser.lookEveryWay("database");
        page.locator(".hx-wizard-steps a").first().click();
        arrivesAt("administrator");
        browser.lookEveryWay("administrator");
        goesOn();
        arrivesAt("database");
        goesOn();
    }

    void provesThatTheCopyOfTheKeyWorks(String copy) {
        arrivesAt("key");
        browser.lookEveryWay("key");
        Uploads.choose(page, "master.key", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=");
        assertThat(page.locator(".hx-notice.hx-s-fail")).isVisible();
        browser.look("key-wrong-copy");
        Uploads.choose(page, "master.key", copy);
        assertThat(page.locator(".hx-wizard-consequences .hx-status.hx-s-ok")).isVisible();
        browser.look("key-tested");
        goesOn();
    }

    void letsKeycloakBeConfigured(KeycloakServer keycloak) {
        arrivesAt("provider");
        browser.lookEveryWay("provider");
        configures(keycloak, "keycloak-changes");
        browser.lookEveryWay("provider-saved");
    }

    /** Nobody has one of the new client's roles yet, so the first trial leads back to Keycloak. */
    void isMadeAdministratorThere(KeycloakServer keycloak) {
        triesToSignIn(window -> CorporatePeople.throughTheBroker(window, Person.MISAKI));
        assertThat(page.locator(".hx-trial .hx-status.hx-s-warn")).isVisible(Patiently.visible());
        assertThat(wayOn()).isDisabled();
        browser.look("provider-no-role");
        configures(keycloak, "keycloak-administrator");
    }

    private void configures(KeycloakServer keycloak, String picture) {
        button("identity.keycloak.open").click();
        page.locator("#keycloak-server input").fill(keycloak.url().toString());
        page.locator("#keycloak-realm input").fill(Realms.CONSOLE);
        page.locator("#keycloak-administrator input").fill(KeycloakServer.ADMIN);
        page.locator("#keycloak-password input").fill(KeycloakServer.ADMIN_PASSWORD);
        button("identity.keycloak.look").click();
        var apply = page.locator("vaadin-dialog vaadin-button[theme~=primary]");
        assertThat(apply).isEnabled(Patiently.enabled());
        browser.look(picture);
        apply.click();
        assertThat(page.getByText(words.get("identity.keycloak.done"))).isVisible(Patiently.visible());
        button("identity.save").click();
        assertThat(page.getByText(words.get("identity.saved"), new Page.GetByTextOptions().setExact(true)))
                .isVisible(Patiently.visible());
        assertThat(page.locator(".hx-provider-side a.hx-button")).isVisible();
    }

    private void triesToSignIn(Consumer<Page> atKeycloak) {
        var window = page.waitForPopup(
                () -> page.locator(".hx-provider-side a.hx-button").click());
        atKeycloak.accept(window);
        window.waitForURL("**/trial");
        window.close();
    }

    /** The company's directory knows them still, and asks for the password alone. */
    private static void onceMoreThroughTheBroker(Page page) {
        page.locator("#social-" + Realms.CORP).click();
        page.locator("#password").fill(Person.PASSWORD);
        page.locator("#kc-login").click();
    }

    void triesToSignInAndSwitchesOn() {
        triesToSignIn(SetupWalk::onceMoreThroughTheBroker);
        assertThat(wayOn()).isEnabled(Patiently.enabled());
        browser.lookEveryWay("provider-tested");
        goesOn();
        arrivesAt("clusters");
        browser.lookEveryWay("clusters");
    }

    void comesBackByTheChecklist() {
        assertThat(page.locator(".hx-checklist li")).hasCount(3);
        browser.lookEveryWay("checklist");
        page.locator(".hx-checklist a").first().click();
        arrivesAt("clusters");
    }

    void addsAPracticeCluster() {
        button("setup.clusters.practice.add").click();
        assertThat(page.getByText("practice-1").first()).isVisible();
        assertThat(wayOn()).isEnabled(Patiently.enabled());
        browser.lookEveryWay("clusters-practice");
        goesOn();
    }

    void checksTheRegistry(RealRegistry registry) {
        arrivesAt("registry");
        browser.lookEveryWay("registry");
        page.locator("#registry-address input").fill(registry.address());
        page.locator("#registry-account input").fill(RealRegistry.ACCOUNT);
        page.locator("#registry-password input").fill(RealRegistry.PASSWORD);
        button("registry.save").click();
        page.locator("#registry-image input").fill("hexabase/control-plane:1.4.2");
        button("registry.test").last().click();
        assertThat(page.getByText(words.get("problem.registry-authority-unknown.what", registry.address())))
                .isVisible(Patiently.visible());
        browser.lookEveryWay("registry-unknown-authority");
        page.locator("#registry-authorities textarea").fill(registry.authority());
        button("registry.save").click();
        button("registry.test").last().click();
        assertThat(page.getByText(words.get("registry.found")).first()).isVisible(Patiently.visible());
        browser.lookEveryWay("registry-tested");
        goesOn();
    }

    void endsInTheWizard() {
        arrivesAt("installation");
        browser.lookEveryWay("installation");
        goesOn();
        page.waitForURL("**/installations/new/**");
        browser.look("wizard");
    }
}
