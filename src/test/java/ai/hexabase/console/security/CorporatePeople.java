package ai.hexabase.console.security;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.identity.RoleRule;
import ai.hexabase.console.keycloak.KeycloakAdmin;
import ai.hexabase.console.keycloak.KeycloakServer;
import ai.hexabase.console.keycloak.Person;
import ai.hexabase.console.keycloak.Realms;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

/** A console whose people sign in through Keycloak, and what they do for that in a browser. */
public final class CorporatePeople {
    static final String ID = "corporate";
    static final String NAME = "Example Corp";
    static final List<RoleRule> RULES = List.of(
            new RoleRule("/it/platform", Role.ADMIN),
            new RoleRule("/it/operations", Role.OPERATOR),
            new RoleRule("/it/change-board", Role.APPROVER),
            new RoleRule("/audit", Role.AUDITOR));

    private CorporatePeople() {}

    /** Registers the console at Keycloak and switches the provider on. */
    static void letIn(RunningConsole console, KeycloakServer keycloak, KeycloakAdmin admin) {
        var client = admin.registerConsole(URI.create(console.url()), ID);
        var providers = console.bean(IdentityProviders.class);
        providers.save(provider(keycloak, client.clientId()), client.secret());
        providers.noteTest(ID);
        providers.switchOn(ID);
    }

    static IdentityProvider provider(KeycloakServer keycloak, String clientId) {
        return new IdentityProvider(
                ID,
                NAME,
                URI.create(keycloak.issuer(Realms.CONSOLE)),
                clientId,
                IdentityProvider.SCOPES,
                IdentityProvider.NAME_CLAIM,
                IdentityProvider.ROLES_CLAIM,
                RULES,
                "",
                false,
                null);
    }

    /** Gives the provider other rules. */
    static void give(RunningConsole console, RoleRule... rules) {
        var providers = console.bean(IdentityProviders.class);
        var now = providers.find(ID).orElseThrow();
        providers.save(
                new IdentityProvider(
                        now.id(),
                        now.name(),
                        now.issuer(),
                        now.clientId(),
                        now.scopes(),
                        now.nameClaim(),
                        now.rolesClaim(),
                        List.of(rules),
                        now.authorities(),
                        now.on(),
                        null),
                null);
    }

    /** From the console's sign-in page through the broker to whatever comes after. */
    static void signIn(Page page, RunningConsole console, Person person) {
        page.navigate(console.url() + "/sign-in");
        page.locator("a[href*='oauth2/authorization/" + ID + "']").click();
        throughTheBroker(page, person);
    }

    /** On the broker's page. */
    public static void throughTheBroker(Page page, Person person) {
        page.locator("#social-" + Realms.CORP).click();
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(Person.PASSWORD);
        page.locator("#kc-login").click();
    }
}
