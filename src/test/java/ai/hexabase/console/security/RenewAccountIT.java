package ai.hexabase.console.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.identity.ClientKeys;
import ai.hexabase.console.identity.ExampleProvider;
import ai.hexabase.console.identity.IdentityProviders;
import com.microsoft.playwright.Page;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The screens for when signing in is difficult, in a real browser: rests, a new password, a key instead of a secret. */
class RenewAccountIT {
    private static final String NEW = "quiet lantern over the seventh bridge";

    @Test
    void anAccountIsSetUpAnewAndTheHomeScreenTellsOfIt() throws Exception {
        try (var console = RunningConsole.fresh("renew");
                var browser = Browser.open("renew", "en-GB")) {
            console.bean(Accounts.class)
                    .createFirst(
                            console.setupLink().replaceAll(".*/setup/", ""),
                            new NewAccount("misaki", "佐藤 美咲", "correct otter battery plinth"));
            var account = console.bean(AccountStore.class).find("misaki").orElseThrow();
            var link =
                    console.url() + "/renew/" + console.bean(RenewalStore.class).create(account.id());
            var page = browser.page();
            browser.pictureOnFailure(() -> {
                rests(console, page);
                browser.lookEveryWay("resting");
                page.navigate(link);
                assertThat(page.getByText("Choose a new password for misaki")).isVisible(Patiently.visible());
                browser.lookEveryWay("renew");
                page.locator("#renew-password input").fill(NEW);
                page.locator("#renew-repeated input").fill(NEW);
                page.locator(".hx-door-fields vaadin-button").click();
                page.waitForURL("**/sign-in");
                signIn(page);
                assertThat(page.getByText("misaki has a new password").first()).isVisible(Patiently.visible());
                page.navigate(link);
                assertThat(page.getByText("This link is not valid any more")).isVisible(Patiently.visible());
                browser.look("renewed-already");
                key(console, page);
                browser.lookEveryWay("key");
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void rests(RunningConsole console, Page page) {
        var until = console.bean(Clock.class).instant().plusSeconds(240).getEpochSecond();
        page.navigate(console.url() + "/sign-in?resting=" + until);
        assertThat(page.getByText("This sign-in rests after too many failures")).isVisible(Patiently.visible());
        assertThat(page.getByText("Nothing was checked. Try again in")).isVisible(Patiently.visible());
    }

    private static void signIn(Page page) {
        page.locator("input[name=username]").fill("misaki");
        page.locator("input[name=password]").fill(NEW);
        page.locator("vaadin-button[theme~=primary]").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void key(RunningConsole console, Page page) {
        console.bean(IdentityProviders.class).save(ExampleProvider.tested("corporate", null), null);
        page.navigate(console.url() + "/settings/sign-in/corporate");
        page.getByText("Use a key").click();
        assertThat(page.getByText("The console has a key for this provider")).isVisible(Patiently.visible());
        console.bean(ClientKeys.class).replace("corporate");
        page.reload();
        assertThat(page.getByText("published, used from")).isVisible(Patiently.visible());
        page.getByText("Back to the secret").scrollIntoViewIfNeeded();
    }
}
