package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What screens say of clusters. */
final class ClusterWords {
    /** From here on the end of credentials is told as something to act on. */
    static final Duration ENDS_SOON = Duration.ofDays(30);

    private ClusterWords() {}

    static StatusLabel state(Reachability reachability, Instant now, ZoneId zone) {
        return new StatusLabel(status(reachability), words(reachability, now, zone));
    }

    static Status status(Reachability reachability) {
        return switch (reachability) {
            case Reachability.Live live -> Status.OK;
            case Reachability.Reconnecting reconnecting -> Status.PROGRESSING;
            case Reachability.UnknownSince unknown -> Status.UNKNOWN;
        };
    }

    static String words(Reachability reachability, Instant now, ZoneId zone) {
        return switch (reachability) {
            case Reachability.Live live -> Texts.get("cluster.state.live");
            case Reachability.Reconnecting reconnecting -> Texts.get("cluster.state.reconnecting");
            case Reachability.UnknownSince unknown ->
                Texts.get("cluster.state.unknown-since", Formats.clock(unknown.since(), now, zone));
        };
    }

    static FreshnessChip chip(FreshnessChip chip, Reachability reachability) {
        return switch (reachability) {
            case Reachability.Live live -> chip.live(live.asOf());
            case Reachability.Reconnecting reconnecting -> chip.reconnecting(reconnecting.since());
            case Reachability.UnknownSince unknown -> chip.unknownSince(unknown.since());
        };
    }

    static String provider(Site.Provider provider) {
        return Texts.get("cluster.provider." + provider.name().toLowerCase(Locale.ROOT));
    }

    /** "On-premises, tokyo, JP"; practice clusters stand nowhere. */
    static String site(RegisteredCluster cluster) {
        if (cluster.isPractice()) {
            return Texts.get("cluster.site.practice");
        }
        var site = cluster.site();
        return Stream.of(provider(site.provider()), site.region(), site.zone(), site.jurisdiction())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(Texts.get("cluster.list-comma")));
    }

    static boolean endsSoon(RegisteredCluster cluster, Instant now) {
        var end = cluster.credentialsExpireAt();
        return end != null && end.isBefore(now.plus(ENDS_SOON));
    }
}
