package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import org.jspecify.annotations.Nullable;

/** Hears the lines of a log; called from one thread. */
public interface LogListener {
    /** One line, with the container runtime's timestamp (RFC 3339) in front. */
    void line(String line);

    /** The stream ended; with a problem when it did not end by itself. */
    void ended(@Nullable Problem problem);
}
