package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.status.PodReason;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How what runs is told. */
final class LiveTexts {
    /** Key of the column that tells how old something is. */
    static final String AGE = "age";

    private LiveTexts() {}

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

    /** What was last known of a silent cluster's objects is told as such. */
    static Status status(PodReason reason, Reachability cluster) {
        return cluster instanceof Reachability.UnknownSince ? Status.UNKNOWN : status(reason.health());
    }

    static String words(String plain, Reachability cluster, Instant now) {
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

    static <R extends LiveRow> LiveColumn<R> ageColumn(Clock clock) {
        return LiveColumn.<R, Instant>number(
                        AGE, row -> age(row.createdAt(), clock.instant()), LiveRow::createdAt, "62px")
                .leftOut();
    }

    static Anchor link(String path, String text) {
        var link = new Anchor(path, text);
        link.setRouterIgnore(false);
        return link;
    }

    /** The name of an object, leading to it where there is a list of its kind. */
    static Component toObject(ClusterId cluster, String kind, @Nullable String namespace, String name) {
        var list = switch (kind) {
            case "Pod" -> LiveLinks.PODS;
            case "Deployment", "StatefulSet", "DaemonSet", "Job" -> LiveLinks.WORKLOADS;
            case "Node" -> LiveLinks.NODES;
            case "PersistentVolumeClaim" -> LiveLinks.VOLUMES;
            default -> null;
        };
        return list == null
                ? new Span(name)
                : link(LiveLinks.open(list, cluster, list.equals(LiveLinks.NODES) ? null : namespace, name), name);
    }
}
