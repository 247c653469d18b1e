package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.Prunable;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import org.jspecify.annotations.Nullable;

/** How long entries are kept, in words. */
final class RetentionWords {
    private RetentionWords() {}

    static String days(@Nullable Integer days) {
        return days == null ? Texts.get("audit.retention.for-ever") : Texts.get("audit.retention.days", days);
    }

    static String removes(Prunable prunable) {
        return prunable.oldest() == null
                ? Texts.get("audit.retention.removes.nothing")
                : Texts.get("audit.retention.removes.some", prunable.entries(), oldest(prunable));
    }

    static String oldest(Prunable prunable) {
        var at = prunable.oldest();
        return at == null ? "" : Formats.exact(at, ReaderZone.get());
    }
}
