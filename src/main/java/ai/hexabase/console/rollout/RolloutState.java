package ai.hexabase.console.rollout;

import java.util.EnumSet;
import java.util.Set;

/** Where a rollout stands; the only place that knows what may follow what. */
public enum RolloutState {
    RUNNING,
    /** Somebody paused it; the piece in hand is finished first. */
    PAUSING,
    /** Nothing is applied and no deadline runs until somebody resumes or cancels it. */
    PAUSED,
    /** Somebody cancelled it; the piece in hand is finished first. */
    CANCELLING,
    /** A step failed; waits for somebody to retry or cancel. */
    FAILED,
    CANCELLED,
    DONE;

    private Set<RolloutState> next() {
        return switch (this) {
            case RUNNING -> EnumSet.of(PAUSING, CANCELLING, FAILED, DONE);
            // the piece in hand may be the last one, or go wrong
            case PAUSING -> EnumSet.of(PAUSED, RUNNING, CANCELLING, FAILED, DONE);
            case PAUSED -> EnumSet.of(RUNNING, CANCELLED);
            case CANCELLING -> EnumSet.of(CANCELLED);
            case FAILED -> EnumSet.of(RUNNING, CANCELLED);
            case CANCELLED, DONE -> EnumSet.noneOf(RolloutState.class);
        };
    }

    public boolean canBecome(RolloutState other) {
        return next().contains(other);
    }

    /** Nothing can follow. */
    public boolean isOver() {
        return next().isEmpty();
    }

    /** The console works on it by itself. */
    public boolean isActive() {
        return this == RUNNING || this == PAUSING || this == CANCELLING;
    }

    /** No other rollout of the same installation may start meanwhile. */
    public boolean keepsOthersOut() {
        return isActive() || this == PAUSED;
    }

    /** It stopped and somebody may let it go on. */
    public boolean isPausedOrPausing() {
        return this == PAUSED || this == PAUSING;
    }
}
