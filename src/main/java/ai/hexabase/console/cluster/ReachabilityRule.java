package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.time.Instant;

/** Decides from probe to probe whether a cluster is live, reconnecting or unknown. */
final class ReachabilityRule {
    /** Between probes of a cluster that answers, or that has long been silent. */
    static final Duration INTERVAL = Duration.ofSeconds(5);
    /** Between probes while it is not yet clear what happened. */
    static final Duration RETRY = Duration.ofSeconds(1);
    /** How long a silent cluster counts as reconnecting; an API server that only restarts is back by then. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private ReachabilityRule() {}

    static Reachability answered(Instant now, Duration latency) {
        return new Reachability.Live(now, latency);
    }

    static Reachability failed(Reachability before, Problem problem, Instant now) {
        var silent = silentSince(before);
        // A clock that was set back: since when is not known better than since now.
        var since = silent.isAfter(now) ? now : silent;
        var patient = !(before instanceof Reachability.UnknownSince)
                && Duration.between(since, now).compareTo(PATIENCE) < 0;
        return patient ? new Reachability.Reconnecting(since, problem) : new Reachability.UnknownSince(since, problem);
    }

    private static Instant silentSince(Reachability before) {
        return switch (before) {
            case Reachability.Live live -> live.asOf();
            case Reachability.Reconnecting reconnecting -> reconnecting.since();
            case Reachability.UnknownSince unknown -> unknown.since();
        };
    }

    /** How long to wait before the next probe. */
    static Duration pause(Reachability now) {
        return now instanceof Reachability.Reconnecting ? RETRY : INTERVAL;
    }
}
