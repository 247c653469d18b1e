package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LogEntry;
import ai.hexabase.console.status.LogOrigin;
import ai.hexabase.console.uikit.LogLine;
import ai.hexabase.console.uikit.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives each pod a colour that it keeps, beside its name, and turns what is heard into lines. */
final class LogTones {
    /** Colours there are; further pods begin again with the first. */
    static final int COLOURS = 8;

    private final Map<String, Integer> tones = new HashMap<>();

    int of(String pod) {
        return tones.computeIfAbsent(pod, fresh -> tones.size() % COLOURS + 1);
    }

    LogLine line(LogEntry entry, ZoneId zone) {
        var origin = entry.origin();
        var mark = entry.mark();
        var read = mark == null
                ? LogWords.read(entry.at(), entry.text(), zone)
                : LogWords.mark(entry.at(), Texts.of(mark), zone);
        return new LogLine(
                read.time(), read.level(), read.text(), source(origin), of(origin.pod()), micros(entry.at()));
    }

    static String source(LogOrigin origin) {
        return origin.container().isEmpty() ? origin.pod() : origin.pod() + " " + origin.container();
    }

    private static long micros(@Nullable Instant at) {
        return at == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
