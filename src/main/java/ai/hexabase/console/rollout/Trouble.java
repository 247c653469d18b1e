package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import java.time.Duration;

/**
 * Something that goes wrong and may pass by itself.
 *
 * @param problem what the step fails with if it does not pass; its code and arguments tell one trouble from another
 * @param patience how long it may last
 */
record Trouble(Problem problem, Duration patience) {
    String id() {
        return problem.code() + problem.args();
    }
}
