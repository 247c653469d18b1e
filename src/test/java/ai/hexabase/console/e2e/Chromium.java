package ai.hexabase.console.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Chromium that all browser tests of a JVM share, for it takes seconds to start; it ends with the JVM. */
final class Chromium {
    private static final List<String> ARGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** Playwright's objects belong to the thread that made them, also in a JVM that tests side by side. */
    private static final ThreadLocal<@Nullable Browser> SHARED = new ThreadLocal<>();

    private Chromium() {}

    /** One that crashed is started anew. */
    static Browser get() {
        var shared = SHARED.get();
        if (shared == null || !shared.isConnected()) {
            shared = launch();
            SHARED.set(shared);
        }
        return shared;
    }

    private static Browser launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(ARGS));
    }
}
