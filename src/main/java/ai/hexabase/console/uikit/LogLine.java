package ai.hexabase.console.uikit;

/**
 * A line of a log.
 *
 * @param time formatted, empty when the source gave none
 * @param level the source's word for the kind of line, empty when none
 * @param source who wrote it, where several logs are read together; else empty
 * @param tone number of the source's colour, counted from 1; 0 for none
 * @param order microseconds since 1970 by which lines of several sources are sorted; 0 goes below all others
 */
public record LogLine(String time, String level, String text, String source, int tone, long order) {
    public LogLine(String time, String level, String text) {
        this(time, level, text, "", 0, 0);
    }

    int size() {
        return time.length() + level.length() + text.length() + source.length();
    }
}
