package ai.hexabase.console.status.ui;

import ai.hexabase.console.uikit.LogLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a line of a container's log: time by the container runtime, level by the program. */
final class LogWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT);
    private static final Pattern LEVEL =
            Pattern.compile("(?i)^\\W{0,3}(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|PANIC)\\b[\\]:]?\\s*");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)\\b(?:level|lvl|severity)\"?\\s*[=:]\\s*\"?(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)");

    private LogWords() {}

    static LogLine read(String line, ZoneId zone) {
        var blank = line.indexOf(' ');
        if (blank > 0) {
            try {
                var time = Instant.parse(line.substring(0, blank));
                return level(TIME.format(time.atZone(zone)), line.substring(blank + 1));
            } catch (DateTimeParseException e) {
                // A line without the runtime's time stamp is shown as it is.
            }
        }
        return level("", line);
    }

    static LogLine read(@Nullable Instant at, String text, ZoneId zone) {
        return level(time(at, zone), text);
    }

    /** What the console itself notes between the lines of a log. */
    static LogLine mark(@Nullable Instant at, String words, ZoneId zone) {
        return new LogLine(time(at, zone), "MARK", words);
    }

    private static String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : TIME.format(at.atZone(zone));
    }

    private static LogLine level(String time, String text) {
        var start = LEVEL.matcher(text);
        if (start.find()) {
            return new LogLine(time, shortened(start.group(1)), text.substring(start.end()));
        }
        var field = FIELD.matcher(text);
        return new LogLine(time, field.find() ? shortened(field.group(1)) : "", text);
    }

    private static String shortened(String level) {
        var upper = level.toUpperCase(Locale.ROOT);
        return upper.equals("WARNING") ? "WARN" : upper;
    }
}
