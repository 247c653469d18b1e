package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.PodReason;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How pods are told. */
final class PodTexts {
    private PodTexts() {}

    static Status status(Health health) {
        return switch (health) {
            case OK -> Status.OK;
            case PROGRESSING -> Status.PROGRESSING;
            case WAITING -> Status.WAITING;
            case WARNING -> Status.WARNING;
            case FAILED -> Status.FAILED;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    /** What was last known of a silent cluster's pod is told as such. */
    static Status status(PodReason reason, Reachability cluster) {
        return cluster instanceof Reachability.UnknownSince ? Status.UNKNOWN : status(reason.health());
    }

    static String words(PodReason reason, Reachability cluster, Instant now) {
        var plain = Texts.of(reason.plain());
        return cluster instanceof Reachability.UnknownSince unknown
                ? Texts.get("status.unknown-since", Formats.clock(unknown.since(), now, ReaderZone.get()), plain)
                : plain;
    }

    static String age(@Nullable Instant since, Instant now) {
        return since == null ? "" : Formats.age(Duration.between(since, now));
    }

    /** The kind as people call it. */
    static String kind(String kind) {
        return switch (kind) {
            case "Cluster" -> Texts.get("status.kind.database");
            case "Pod" -> Texts.get("status.kind.pod");
            default -> kind;
        };
    }
}
