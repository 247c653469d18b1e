package ai.hexabase.console.rollout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.Uploads;
import ai.hexabase.console.installation.InstallationLinks;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What is done with the two revisions of an installation: read, compared, taken along and imported again. */
final class RevisionScreens {
    private final Browser browser;
    private final Page page;
    private final String console;

    RevisionScreens(Browser browser, String console) {
        this.browser = browser;
        this.page = browser.page();
        this.console = console;
    }

    void walk(InstallationId installation) {
        page.navigate(console + "/" + InstallationLinks.revision(installation, 1));
        assertThat(page.locator(".hx-files li")).hasCount(3);
        browser.lookEveryWay("revision-first");
        page.locator(".hx-page-actions vaadin-button").last().click();
        assertThat(page.locator("vaadin-dialog .hx-comparison")).isVisible();
        browser.look("roll-back");
        page.navigate(console + "/" + InstallationLinks.revision(installation, 2));
        // one setting, and what was decided about a contested field
        assertThat(page.locator(".hx-comparison tbody tr")).hasCount(2);
        browser.look("revision");
        assertThat(downloaded(0)).contains("kind: Deployment", "max_vclusters: \"25\"");
        importAgain(downloaded(2));
    }

    private String downloaded(int file) {
        var download =
                page.waitForDownload(() -> page.locator(".hx-files a").nth(file).click());
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void importAgain(String settings) {
        page.navigate(console + "/" + InstallationLinks.LIST);
        page.locator(".hx-page-actions vaadin-button").first().click();
        Uploads.choose(page, "holiday.txt", "sun and sea");
        assertThat(page.locator("vaadin-dialog .hx-s-fail")).isVisible();
        browser.look("import-refused");
        Uploads.choose(page, "settings.yaml", settings);
        page.waitForURL("**/installations/new/**");
    }
}
