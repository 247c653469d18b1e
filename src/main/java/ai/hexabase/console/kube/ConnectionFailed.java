package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The API server gave no usable answer; the problem's code is {@code kube-} and the kind in lower case. */
public class ConnectionFailed extends ProblemException {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

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
    private final @Nullable Duration retryAfter;

    /** @param words the cause in the network's or the server's own words */
    public ConnectionFailed(Kind kind, String server, @Nullable String words, @Nullable Throwable cause) {
        this(kind, server, words, cause, null);
    }

    /** @param retryAfter how long the server asks to be left alone, null when it does not say */
    ConnectionFailed(
            Kind kind,
            String server,
            @Nullable String words,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter) {
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
        this.retryAfter = retryAfter;
    }

    /** The given pause, or a longer one that the server asked for; at most five minutes. */
    public Duration pauseOfAtLeast(Duration pause) {
        if (retryAfter == null || retryAfter.compareTo(pause) <= 0) {
            return pause;
        }
        return retryAfter.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : retryAfter;
    }

    public Kind kind() {
        return kind;
    }
}
