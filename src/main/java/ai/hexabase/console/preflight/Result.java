package ai.hexabase.console.preflight;

/** What a check came to; the later, the worse. */
public enum Result {
    PASS,
    /** Works, but somebody should know. */
    WARNING,
    /** Could not be found out; nothing says that it will fail. */
    UNKNOWN,
    /** Would fail; a rollout must not start. */
    BLOCKED
}
