package ai.hexabase.console.uikit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When settings were changed last, and by whom. */
public final class LastChange {
    private LastChange() {}

    /** @param at null before the first change, as {@code by} */
    public static String words(@Nullable Instant at, @Nullable String by) {
        return at == null
                ? Texts.get("uikit.never-changed")
                : Texts.get("uikit.changed-by", Formats.exact(at, ReaderZone.get()), String.valueOf(by));
    }
}
