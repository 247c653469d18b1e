package ai.hexabase.console.datastore;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one look at another database found.
 *
 * @param words what was seen, null when there is a problem or nobody could look
 */
public record Finding(
        Subject subject,
        Verdict verdict,
        @Nullable Message words,
        @Nullable Problem problem) {
    /** What is looked at, in this order. */
    public enum Subject {
        /** The name leads to a server that answers, and the application's role gets in. */
        CONNECTION,
        ENCRYPTION,
        /** The role that makes the tables gets in too. */
        OWNER,
        VERSION,
        ENCODING,
        RIGHTS,
        /** Nothing of anybody else is in it. */
        CONTENT,
        /** Nobody else works with it, nor with the one that is left. */
        OTHERS,
        CLOCK,
        ROOM
    }

    /** What it means for a move. */
    public enum Verdict {
        PASSED,
        /** Possible, and good to know. */
        NOTE,
        FAILED,
        /** Nobody could look, because an earlier look failed. */
        SKIPPED
    }

    static Finding passed(Subject subject, Message words) {
        return new Finding(subject, Verdict.PASSED, words, null);
    }

    static Finding note(Subject subject, Message words) {
        return new Finding(subject, Verdict.NOTE, words, null);
    }

    static Finding failed(Subject subject, Problem problem) {
        return new Finding(subject, Verdict.FAILED, null, problem);
    }

    static Finding skipped(Subject subject) {
        return new Finding(subject, Verdict.SKIPPED, null, null);
    }
}
