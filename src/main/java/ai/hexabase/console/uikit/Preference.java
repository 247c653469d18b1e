package ai.hexabase.console.uikit;

import java.util.Locale;

/** What a reader may choose about how the console looks to them. */
public enum Preference {
    /** A language tag. */
    LANGUAGE,
    /** {@code light}, {@code dark}, or {@code light_dark} for as the system is. */
    THEME,
    /** A zone of the tz database; empty for the browser's own. */
    ZONE;

    String cookie() {
        return "hexabase-" + name().toLowerCase(Locale.ROOT);
    }
}
