package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import org.jspecify.annotations.Nullable;

/** The API server gave no usable answer; the problem's code is {@code kube-} and the kind in lower case. */
public class ConnectionFailed extends ProblemException {
    /** Why there was no answer. */
    public enum Kind {
        /** Nobody listens at that address. */
        REFUSED,
        /** The host name is not known. */
        UNKNOWN_HOST,
        /** No answer within the timeout. */
        TIMED_OUT,
        /** TLS failed: certificate not trusted, expired, or for another name. */
        TLS,
        /** The credentials are not accepted (401). */
        UNAUTHORIZED,
        /** The answer is not that of a Kubernetes API server. */
        GARBAGE,
        /** The server fails or is overloaded (5xx, 429). */
        SERVER_ERROR,
        /** The connection broke in the middle, or anything else on the way. */
        BROKEN
    }

    private final Kind kind;

    /** @param words the cause in the network's or the server's own words */
    public ConnectionFailed(Kind kind, String server, @Nullable String words, @Nullable Throwable cause) {
        super(
                Problem.of(
                                "kube-"
                                        + kind.name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', '-'),
                                server)
                        .saying(words),
                cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
