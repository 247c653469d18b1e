package ai.hexabase.console.status;

import ai.hexabase.console.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the log of one container is being read.
 *
 * @param problem the cluster's last words when it could not be read; null while all is well
 */
public record LogState(
        LogOrigin origin, Phase phase, @Nullable Problem problem) {
    /** Where the reading stands. */
    public enum Phase {
        /** Asked for, nothing known yet. */
        OPENING,
        /** Lines come as they are written. */
        FOLLOWING,
        /** Broke off or is not there yet; asked for again by itself. */
        WAITING,
        /** Over: nothing more can come. */
        ENDED
    }
}
