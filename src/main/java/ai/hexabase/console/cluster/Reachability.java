package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a cluster's API server answers, by the console's own probe. */
public sealed interface Reachability {
    /** It answered at {@code asOf}, after {@code latency}. */
    record Live(Instant asOf, Duration latency) implements Reachability {}

    /** It stopped answering a moment ago; {@code since} is its last answer, or when the console began to ask. */
    record Reconnecting(Instant since, @Nullable Problem problem) implements Reachability {}

    /** Nothing is known of it since its last answer, or since the console began to ask. */
    record UnknownSince(Instant since, Problem problem) implements Reachability {}

    default boolean isLive() {
        return this instanceof Live;
    }
}
