package ai.hexabase.console.status;

/** How a pod or container is doing. */
public enum Health {
    /** Runs as wanted, or ended well. */
    OK,
    /** On its way, no help needed. */
    PROGRESSING,
    /** Waits for its turn or leaves. */
    WAITING,
    /** Works, or soon will not; needs somebody. */
    WARNING,
    /** Does not work. */
    FAILED,
    /** Nobody can tell. */
    UNKNOWN
}
