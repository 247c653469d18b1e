package ai.hexabase.console.rollout;

import java.util.EnumSet;
import java.util.Set;

/** Where a rollout stands; the only place that knows what may follow what. */
public enum RolloutState {
    RUNNING,
    /** Somebody cancelled it; the piece in hand is finished first. */
    CANCELLING,
    /** A step failed; waits for somebody to retry or cancel. */
    FAILED,
    CANCELLED,
    DONE;

    private Set<RolloutState> next() {
        return switch (this) {
            case RUNNING -> EnumSet.of(CANCELLING, FAILED, DONE);
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
        return this == RUNNING || this == CANCELLING;
    }
}
