package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong and may pass by itself.
 *
 * @param problem what the step fails with if it does not pass; its code and arguments tell one trouble from another
 * @param patience how long it may last
 * @param backOff how long whoever tries again may pause in between; a retry waits for one more of its tries
 * @param seen when it was last seen, null for now: a controller that pauses between its attempts leaves old words behind
 */
record Trouble(
        Problem problem,
        Duration patience,
        Duration backOff,
        @Nullable Instant seen) {
    Trouble(Problem problem, Duration patience) {
        this(problem, patience, Duration.ZERO, null);
    }

    Trouble(Problem problem, Duration patience, Instant seen) {
        this(problem, patience, Duration.ZERO, seen);
    }

    /** Of a container that a kubelet tries to start again and again. */
    static Trouble ofContainer(Problem problem, Duration patience) {
        return new Trouble(problem, patience, Waiting.KUBELET_BACK_OFF, null);
    }

    Duration patience(int attempt) {
        return attempt == 1 || patience.compareTo(backOff) > 0 ? patience : backOff;
    }

    Instant seenAt(Instant now) {
        return seen == null ? now : seen;
    }

    String id() {
        return problem.code() + problem.args();
    }
}
