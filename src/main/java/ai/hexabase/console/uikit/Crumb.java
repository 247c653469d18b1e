package ai.hexabase.console.uikit;

/**
 * One place on the way to the current screen.
 *
 * @param path route to it, empty for the place the reader is at or for home
 */
public record Crumb(String text, String path) {}
