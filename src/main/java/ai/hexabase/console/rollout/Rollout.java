package ai.hexabase.console.rollout;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The carrying out of a plan, as it stands.
 *
 * @param number what people call it
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
        List<Step> steps) {
    public Rollout {
        steps = List.copyOf(steps);
    }

    /** The step being worked on or stopped at; empty when all are done. */
    public Optional<Step> current() {
        return steps.stream().filter(step -> step.state() != StepState.DONE).findFirst();
    }

    public long stepsDone() {
        return steps.stream().filter(step -> step.state() == StepState.DONE).count();
    }
}
