package ai.hexabase.console.drift;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.rollout.RolloutId;
import java.time.Instant;

/** How an installation stands to what was rolled out last. */
public sealed interface DriftState {
    /** Nothing was rolled out yet. */
    record NotRolledOut() implements DriftState {}

    /** A rollout is under way or waits for somebody; its own changes are no drift, so nothing is compared. */
    record UnderWay(RolloutId rollout, long number) implements DriftState {}

    /** Rolled out, and about to be compared for the first time. */
    record Pending() implements DriftState {}

    /** All objects were as rolled out, at the last complete comparison. */
    record InSync(Instant asOf) implements DriftState {}

    /** So many objects differ in something that nobody ignores; completely compared last at {@code asOf}. */
    record Drifted(int objects, Instant asOf) implements DriftState {}

    /** It cannot be said. */
    record Unknown(Instant since, Problem why) implements DriftState {}
}
