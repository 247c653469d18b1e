package ai.hexabase.console.security.ui;

import com.vaadin.flow.shared.BrowserDetails;

/** A browser as people call it, from what it says of itself. */
final class BrowserWords {
    private BrowserWords() {}

    /** Such as {@code Firefox 140, Windows}; what is not known stays as the browser wrote it. */
    static String of(String agent) {
        var details = new BrowserDetails(agent);
        var browser = browser(details);
        var system = system(details);
        return browser.isEmpty() || system.isEmpty()
                ? agent
                : browser + " " + details.getBrowserMajorVersion() + ", " + system;
    }

    private static String browser(BrowserDetails details) {
        if (details.isEdge()) {
            return "Edge";
        }
        if (details.isOpera()) {
            return "Opera";
        }
        if (details.isChrome()) {
            return "Chrome";
        }
        if (details.isFirefox()) {
            return "Firefox";
        }
        return details.isSafari() ? "Safari" : "";
    }

    private static String system(BrowserDetails details) {
        if (details.isAndroid()) {
            return "Android";
        }
        if (details.isIPhone()) {
            return "iPhone";
        }
        if (details.isIPad()) {
            return "iPad";
        }
        if (details.isChromeOS()) {
            return "ChromeOS";
        }
        if (details.isWindows()) {
            return "Windows";
        }
        if (details.isMacOSX()) {
            return "macOS";
        }
        return details.isLinux() ? "Linux" : "";
    }
}
