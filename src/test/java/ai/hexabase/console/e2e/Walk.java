package ai.hexabase.console.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What an administrator does on the way from the setup link to live pods, screen by screen. */
final class Walk {
    private final Browser browser;
    private final Page page;
    private final Words words;

    Walk(Browser browser, Words words) {
        this.browser = browser;
        this.page = browser.page();
        this.words = words;
    }

    void becomesTheFirstAdministrator(String setupLink) {
        page.navigate(setupLink);
        field("security.username").fill(Administrator.NAME);
        field("setup.first.display-name").fill(Administrator.DISPLAY_NAME);
        passwords("too short");
        browser.look("setup-link");
        press("setup.first.create");
        assertThat(page.getByText(words.get("problem.password-short.action")).first())
                .isVisible();
        passwords(Administrator.PASSWORD);
        press("setup.first.create");
        page.waitForURL("**/sign-in");
    }

    private void passwords(String password) {
        page.locator("input[type=password]").nth(0).fill(password);
        page.locator("input[type=password]").nth(1).fill(password);
    }

    void signsIn() {
        page.locator("input[name=username]").fill(Administrator.NAME);
        page.locator("input[name=password]").fill(Administrator.PASSWORD);
        browser.look("sign-in");
        press("security.sign-in");
        heading("setup.database.title");
        page.navigate(origin() + "/");
        heading("shell.overview");
        browser.look("empty-overview");
    }

    void registersACluster(String kubeconfig, String name) {
        press("cluster.register");
        page.getByText(words.get("cluster.access.source.upload"), exact()).click();
        Uploads.choose(page, "holiday.txt", "sun and sea");
        assertThat(page.locator(".hx-notice.hx-s-fail")).isVisible();
        Uploads.choose(page, "kubeconfig.yaml", kubeconfig);
        assertThat(page.locator(".hx-notice.hx-s-fail")).hasCount(0);
        assertThat(page.getByText(Pattern.compile("https://127\\.0\\.0\\.1:\\d+"))
                        .first())
                .isVisible();
        browser.look("register-access");
        next("uikit.wizard.next");
        assertThat(button("uikit.wizard.next")).isEnabled(Patiently.enabled());
        browser.look("register-tested");
        next("uikit.wizard.next");
        page.getByRole(AriaRole.TEXTBOX).first().fill(name);
        browser.look("register-place");
        next("cluster.register.save");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
        assertThat(page.getByText("zone-a").first()).isVisible();
        browser.look("cluster");
    }

    void answersTheWizard(String installation, String cluster) {
        page.navigate(origin() + "/installations");
        browser.look("no-installation-yet");
        press("installation.new");
        field("installation.name").fill(installation);
        field("installation.question.users").fill("80");
        field("installation.question.vclusters").fill("6");
        field("installation.question.zones").fill("3");
        browser.look("wizard-needs");
        next("installation.next.needs");
        assertThat(page.getByText("small-enterprise").first()).isVisible();
        browser.look("wizard-profile");
        next("installation.next.profile");
        page.getByText(cluster, exact()).first().click();
        browser.look("wizard-target");
        next("installation.next.target");
        browser.look("wizard-settings");
        next("installation.next.settings");
        browser.look("wizard-save");
        next("installation.next.save", 1);
        heading(installation);
        browser.look("installation");
    }

    void reviewsThePlan() {
        press("installation.plan");
        assertThat(page.getByText("hexabase-control-plane", exact()).first()).isVisible(Patiently.visible());
        page.getByText("Deployment", exact()).first().click();
        assertThat(page.getByText("topologySpreadConstraints").first()).isVisible();
        browser.look("review");
    }

    void approvesAndStarts() {
        assertThat(button("rollout.approve")).isEnabled(Patiently.enabled());
        next("rollout.approve");
        browser.look("approve");
        next("rollout.start");
        page.waitForURL("**/rollouts/*");
        browser.look("rollout-begins");
    }

    void seesTheRolloutEnd() {
        assertThat(page.getByText(words.get("rollout.done.what", 1, "tokyo-prod-1"))
                        .first())
                .isVisible(Patiently.visible());
        browser.look("rollout-done");
    }

    void seesThePodsLive() {
        page.navigate(origin() + "/pods");
        assertThat(page.getByText(Pattern.compile("hexabase-control-plane-\\w+-\\w+"))
                        .first())
                .isVisible(Patiently.visible());
        browser.look("pods");
        page.getByText(Pattern.compile("hexabase-control-plane-\\w+-\\w+"))
                .first()
                .click();
        browser.look("pod");
    }

    String origin() {
        return page.url().replaceAll("(https?://[^/]+).*", "$1");
    }

    void heading(String keyOrText) {
        var text = words.texts().containsKey(keyOrText) ? words.get(keyOrText) : keyOrText;
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(text).setLevel(1)))
                .isVisible();
    }

    private Locator field(String key) {
        return page.getByLabel(words.get(key), new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    private Locator button(String key, Object... args) {
        return page.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(words.get(key, args)))
                .last();
    }

    private void press(String key) {
        page.locator("vaadin-button, a")
                .filter(new Locator.FilterOptions().setHasText(words.get(key)))
                .first()
                .click();
    }

    private void next(String key, Object... args) {
        button(key, args).click();
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
