package ai.hexabase.console.terminal;

import org.jspecify.annotations.Nullable;

/**
 * How a terminal ended.
 *
 * @param exitCode only of a program that ended by itself
 * @param words the cluster's own, when it had any
 */
public record TerminalEnd(
        Kind kind, @Nullable Integer exitCode, @Nullable String words) {
    /** What ended it. */
    public enum Kind {
        /** The program, by itself. */
        EXITED,
        /** The cluster did not let the program start. */
        REFUSED,
        /** The connection broke. */
        BROKEN,
        /** Nobody typed anything for too long. */
        IDLE,
        /** The person may no more, or their session is over. */
        REVOKED,
        /** The person, by closing it or leaving the page. */
        LEFT,
        /** The console itself was stopped. */
        STOPPED
    }

    static TerminalEnd of(Kind kind) {
        return new TerminalEnd(kind, null, null);
    }
}
