package ai.hexabase.console.e2e;

import com.microsoft.playwright.Page;

/** The first administrator, who makes the account before signing in for the first time. */
public final class Administrator {
    static final String NAME = "misaki";
    static final String DISPLAY_NAME = "佐藤 美咲";
    public static final String PASSWORD = "correct otter battery plinth";

    private final RunningConsole console;
    private boolean known;

    public Administrator(RunningConsole console) {
        this.console = console;
    }

    /** Ends on the page the console shows first. */
    public void signIn(Page page) {
        if (known) {
            page.navigate(console.url() + "/sign-in");
        } else {
            makeTheAccount(page);
            known = true;
        }
        page.waitForURL(url -> url.contains("sign-in"));
        page.locator("input[name=username]").fill(NAME);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("vaadin-button[theme~=primary]").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private void makeTheAccount(Page page) {
        page.navigate(console.setupLink());
        var fields = page.locator(".hx-door-fields input");
        fields.nth(0).fill(NAME);
        fields.nth(1).fill(DISPLAY_NAME);
        fields.nth(2).fill(PASSWORD);
        fields.nth(3).fill(PASSWORD);
        page.locator(".hx-door-fields vaadin-button").click();
    }
}
