package ai.hexabase.console.uikit;

/**
 * A line of a log.
 *
 * @param time formatted, empty when the source gave none
 * @param level the source's word for the kind of line, empty when none
 */
public record LogLine(String time, String level, String text) {}
