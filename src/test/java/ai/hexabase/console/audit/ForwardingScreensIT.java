package ai.hexabase.console.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.ForwardTarget.Kind;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Patiently;
import ai.hexabase.console.e2e.RunningConsole;
import com.microsoft.playwright.Page;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forwarding set up, tried and in trouble, in a real browser. */
class ForwardingScreensIT {
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ja-JP"})
    void aTargetIsAddedTriedAndItsTroubleTold(String language) throws Exception {
        try (var console = RunningConsole.fresh("forwarding");
                var receiver = SyslogReceiver.plain(0);
                var browser = Browser.open("forwarding-" + language, language)) {
            var page = browser.page();
            new Administrator(console).signIn(page);
            browser.pictureOnFailure(() -> {
                page.navigate(console.url() + "/settings/audit");
                assertThat(page.locator(".hx-empty").first()).isVisible(Patiently.visible());
                browser.lookEveryWay("none");
                add(page, browser, receiver.port());
                page.locator("vaadin-grid .hx-icon-button").click();
                browser.picture("actions");
                page.locator("vaadin-context-menu-item:visible").first().click();
                assertThat(page.locator(".hx-notice.hx-s-ok")).isVisible(Patiently.visible());
                browser.lookEveryWay("arrived");
                assertThat(receiver.messages).anyMatch(message -> message.contains("audit.forward-test"));
                breakIt(console);
                assertThat(page.locator(".hx-notice.hx-s-fail")).isVisible(Patiently.visible());
                browser.lookEveryWay("failing");
                page.navigate(console.url() + "/");
                assertThat(page.locator(".hx-attention li")).isVisible(Patiently.visible());
                browser.lookEveryWay("home");
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void add(Page page, Browser browser, int port) {
        page.locator(".hx-panel-facts vaadin-button").last().click();
        page.locator("#forward-name input").fill("siem-tokyo");
        browser.lookEveryWay("webhook-or-syslog");
        page.locator("vaadin-dialog vaadin-radio-button").last().click();
        browser.look("webhook");
        page.locator("vaadin-dialog vaadin-radio-button").nth(1).click();
        page.locator("#forward-address input").fill("127.0.0.1:" + port);
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.locator("vaadin-grid .hx-icon-button")).isVisible(Patiently.visible());
    }

    private static void breakIt(RunningConsole console) {
        var targets = console.bean(ForwardStore.class);
        var before = targets.all().getFirst();
        targets.update(
                new ForwardTarget(
                        before.id(),
                        before.name(),
                        Kind.SYSLOG_TCP,
                        "127.0.0.1:1",
                        false,
                        "",
                        "",
                        false,
                        before.progress()),
                null);
        console.bean(DSLContext.class).execute("update audit_target set position = 0");
        console.bean(DSLContext.class)
                .execute(
                        "update audit_target set tries = 8, failing_since = now(), failed_at = now(),"
                                + " failure = 'audit-forward-away', failure_args = '{127.0.0.1:1}', failure_words = 'Connection refused'");
    }
}
