package ai.hexabase.console.drift;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.rollout.RolloutId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of comparing an installation.
 *
 * @param rollout the finished rollout it was compared with, null before the first comparison
 * @param comparedAt when the last complete comparison came to its end
 * @param compared how many objects that looked at
 * @param failedSince since when comparing fails, null while it does not
 * @param askedAt when somebody last asked for one
 * @param version grows with each change
 */
record Comparison(
        @Nullable RolloutId rollout,
        @Nullable Instant comparedAt,
        int compared,
        @Nullable Instant failedSince,
        @Nullable Problem problem,
        @Nullable Instant askedAt,
        long version,
        List<DriftedObject> objects) {
    static final Comparison NONE = new Comparison(null, null, 0, null, null, null, 0, List.of());

    /** Asked for, and neither done nor failed since. */
    boolean isAsked() {
        return askedAt != null && !isAfter(comparedAt, askedAt) && failedSince == null;
    }

    private static boolean isAfter(@Nullable Instant time, Instant other) {
        return time != null && !time.isBefore(other);
    }
}
