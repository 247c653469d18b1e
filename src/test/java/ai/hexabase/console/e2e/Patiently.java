package ai.hexabase.console.e2e;

import com.microsoft.playwright.assertions.LocatorAssertions;

/** Waits as long as a real cluster may take on a busy machine. */
public final class Patiently {
    private static final double LONG = 180_000;

    private Patiently() {}

    public static LocatorAssertions.IsEnabledOptions enabled() {
        return new LocatorAssertions.IsEnabledOptions().setTimeout(LONG);
    }

    public static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG);
    }

    public static LocatorAssertions.ContainsTextOptions text() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONG);
    }
}
