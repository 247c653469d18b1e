package ai.hexabase.console.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;

/** What an administrator does with running pods: reads their logs together, and uses a terminal in one. */
final class PodsWalk {
    private static final Pattern POD = Pattern.compile("hexabase-control-plane-\\w+-\\w+");

    private final Browser browser;
    private final Page page;
    private final Words words;

    PodsWalk(Browser browser, Words words) {
        this.browser = browser;
        this.page = browser.page();
        this.words = words;
    }

    /** Begins on the page of live pods. */
    void readsLogsTogether() {
        page.locator(
                        "a",
                        new Page.LocatorOptions()
                                .setHasText(Pattern.compile("^" + words.get("status.logs.open") + "$")))
                .first()
                .click();
        page.waitForURL("**/pods/logs**");
        var lines = page.locator("hx-log > div");
        assertThat(lines.filter(new Locator.FilterOptions().setHasText("listening on 8443"))
                        .first())
                .isVisible(Patiently.visible());
        browser.look("logs-together");
        var search = page.getByLabel(words.get("status.log.search")).first();
        search.fill("configuration");
        assertThat(page.locator("hx-log mark").first()).isVisible();
        search.press("Enter");
        search.press("Enter");
        assertThat(page.locator("hx-log .hx-log-hit")).hasCount(1);
        assertThat(page.locator(".hx-log-hits")).containsText("2");
        browser.lookEveryWay("logs-search");
        search.fill("");
    }

    void usesATerminal() {
        page.navigate(page.url().replaceAll("(https?://[^/]+).*", "$1") + "/pods");
        page.getByText(POD).first().click();
        button("terminal.pod").click();
        page.waitForURL("**/terminal?**");
        assertThat(button("terminal.open")).isEnabled();
        browser.look("terminal-choose");
        button("terminal.open").click();
        assertThat(page.getByText(words.get("terminal.reason.missing"))).isVisible();
        page.locator("vaadin-text-field input").last().fill("HX-1042");
        // as slowly as a hand: the error goes meanwhile, and the button moves up under the pointer
        button("terminal.open").click(new Locator.ClickOptions().setDelay(500));
        var screen = page.locator("hx-terminal");
        assertThat(page.getByText(words.get("terminal.opened"), new Page.GetByTextOptions().setExact(true)))
                .isVisible(Patiently.visible());
        page.keyboard().type("echo $((40+2)) is the answer; stty size\n");
        assertThat(screen)
                .containsText("42 is the answer", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        browser.lookEveryWay("terminal");
        page.keyboard().press("Control+Shift+X");
        assertThat(button("terminal.end")).isFocused();
        screen.locator("textarea").focus();
        // the simulated kubelet tells no other exit code
        page.keyboard().type("exit\n");
        assertThat(page.getByText(words.get("terminal.end.exited", 0)).first()).isVisible();
        browser.look("terminal-ended");
        page.navigate(page.url().replaceAll("(https?://[^/]+).*", "$1") + "/terminal-sessions");
        assertThat(page.getByText("HX-1042").first()).isVisible();
        browser.look("terminal-sessions");
    }

    private Locator button(String key) {
        return page.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(words.get(key)))
                .first();
    }
}
