package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened in a rollout.
 *
 * @param id grows with time
 * @param kind one short English word, such as {@code apply} or {@code done}
 * @param words the cluster's own words, when there are any
 */
public record RolloutEvent(
        long id,
        Instant at,
        String kind,
        Message message,
        @Nullable String words) {}
