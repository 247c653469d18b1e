package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import java.time.Instant;
import java.util.List;

/** Whether a plan still holds, as far as is known. */
sealed interface Staleness {
    record Asking() implements Staleness {}

    record Holds(Instant asOf) implements Staleness {}

    record Stale(List<Message> reasons) implements Staleness {}

    /** The cluster could not be asked. */
    record Unknown(Problem why) implements Staleness {}
}
