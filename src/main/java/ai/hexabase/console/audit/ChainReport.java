package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole chain found.
 *
 * @param removed up to which entry they were removed because their time was over, 0 when none was
 * @param entries how many there are
 * @param checkpoints how many signed ones were compared
 * @param brokenAt the first entry that is not as it was, null when all are
 * @param problem what is wrong with it
 * @param checkedAt when
 */
public record ChainReport(
        long removed,
        long entries,
        long checkpoints,
        @Nullable Long brokenAt,
        @Nullable Problem problem,
        Instant checkedAt) {
    public boolean whole() {
        return problem == null;
    }
}
