package ai.hexabase.console.rollout;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The carrying out of a plan, as it stands.
 *
 * @param number what people call it
 * @param pausedAt since when it stands still, null when it does not
 * @param pausedBy who paused it last
 * @param pausedFor how long it stood still before, in all pauses together
 * @param removal whether it takes the installation from the cluster
 * @param steps all of them, in order
 */
public record Rollout(
        RolloutId id,
        long number,
        PlanId plan,
        long planNumber,
        InstallationId installation,
        String installationName,
        int revision,
        ClusterId cluster,
        String clusterName,
        RolloutState state,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy,
        @Nullable Instant pausedAt,
        @Nullable String pausedBy,
        Duration pausedFor,
        boolean removal,
        List<Step> steps) {
    public Rollout {
        steps = List.copyOf(steps);
    }

    /** How long it stood still altogether, as of {@code now}. */
    public Duration stoodStill(Instant now) {
        return pausedAt == null ? pausedFor : pausedFor.plus(Duration.between(pausedAt, now));
    }

    /** How long it was at work, or has been so far; pauses do not count. */
    public Duration took(Instant now) {
        return Duration.between(startedAt, endedAt == null ? now : endedAt).minus(stoodStill(now));
    }

    /** The step being worked on or stopped at; empty when all are done. */
    public Optional<Step> current() {
        return steps.stream().filter(step -> step.state() != StepState.DONE).findFirst();
    }

    public long stepsDone() {
        return steps.stream().filter(step -> step.state() == StepState.DONE).count();
    }
}
