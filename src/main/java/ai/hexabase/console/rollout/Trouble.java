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
 * @param seen when it was last seen, null for now: a controller that pauses between its attempts leaves old words behind
 */
record Trouble(Problem problem, Duration patience, @Nullable Instant seen) {
    Trouble(Problem problem, Duration patience) {
        this(problem, patience, null);
    }

    Instant seenAt(Instant now) {
        return seen == null ? now : seen;
    }

    String id() {
        return problem.code() + problem.args();
    }
}
