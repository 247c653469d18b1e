package ai.hexabase.console.status;

import ai.hexabase.console.common.Message;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A line of one of several logs that are read together.
 *
 * @param at by the container runtime; null when it gave no time
 * @param mark what the console notes about the stream itself in place of a line; null for a line of the log
 */
public record LogEntry(
        LogOrigin origin,
        @Nullable Instant at,
        String text,
        @Nullable Message mark) {
    /** A longer line is cut, and says how much is missing. */
    static final int MOST_CHARS = 16 * 1024;

    /** Reads a line with the container runtime's timestamp in front. */
    static LogEntry read(LogOrigin origin, String line) {
        int blank = line.indexOf(' ');
        var at = blank < 0 ? null : time(line.substring(0, blank));
        return new LogEntry(origin, at, cut(at == null ? line : line.substring(blank + 1)), null);
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS
                ? text
                : text.substring(0, MOST_CHARS) + " … +" + (text.length() - MOST_CHARS);
    }
}
