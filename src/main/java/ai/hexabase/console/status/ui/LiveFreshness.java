package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.uikit.FreshnessChip;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How fresh a list of several clusters is: as fresh as what the worst of them told. */
final class LiveFreshness {
    private LiveFreshness() {}

    static void show(FreshnessChip chip, Collection<Reachability> clusters, Instant now) {
        switch (worst(clusters)) {
            case null -> chip.reconnecting(now);
            case Reachability.Live live -> chip.live(live.asOf());
            case Reachability.Reconnecting reconnecting -> chip.reconnecting(reconnecting.since());
            case Reachability.UnknownSince unknown -> chip.unknownSince(unknown.since());
        }
    }

    private static @Nullable Reachability worst(Collection<Reachability> clusters) {
        Reachability worst = null;
        for (var state : clusters) {
            if (worst == null || rank(state) > rank(worst)) {
                worst = state;
            }
        }
        return worst;
    }

    private static int rank(Reachability state) {
        return switch (state) {
            case Reachability.Live live -> 0;
            case Reachability.Reconnecting reconnecting -> 1;
            case Reachability.UnknownSince unknown -> 2;
        };
    }
}
