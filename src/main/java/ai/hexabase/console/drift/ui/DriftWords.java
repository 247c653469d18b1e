package ai.hexabase.console.drift.ui;

import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.drift.DriftState;
import ai.hexabase.console.drift.DriftedField;
import ai.hexabase.console.drift.DriftedObject;
import ai.hexabase.console.drift.FieldOwner;
import ai.hexabase.console.drift.Ignored;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the screens say of drift. */
final class DriftWords {
    private DriftWords() {}

    static Status status(DriftState state) {
        return switch (state) {
            case DriftState.NotRolledOut none -> Status.WAITING;
            case DriftState.UnderWay running -> Status.PROGRESSING;
            case DriftState.Pending pending -> Status.WAITING;
            case DriftState.InSync sync -> Status.OK;
            case DriftState.Drifted drifted -> Status.WARNING;
            case DriftState.Unknown unknown -> Status.UNKNOWN;
        };
    }

    /** In a few words, with its age. */
    static String state(DriftState state, Instant now) {
        return switch (state) {
            case DriftState.NotRolledOut none -> Texts.get("drift.state.none");
            case DriftState.UnderWay running -> Texts.get("drift.state.under-way", running.number());
            case DriftState.Pending pending -> Texts.get("drift.state.pending");
            case DriftState.InSync sync -> Texts.get("drift.state.in-sync", clock(sync.asOf(), now));
            case DriftState.Drifted drifted -> Texts.get("drift.state.drifted", drifted.objects());
            case DriftState.Unknown unknown -> Texts.get("drift.state.unknown", clock(unknown.since(), now));
        };
    }

    /** "2 ignored until 1 Dec 2026", empty when nothing that differs is ignored. */
    static String ignored(DriftReport report) {
        return report.ignored().stream()
                .map(each -> each.ignored().endsAt())
                .min(Instant::compareTo)
                .map(first -> Texts.get("drift.ignored.count", report.ignored().size(), lastDay(first)))
                .orElse("");
    }

    /** The last day on which it is ignored. */
    static String lastDay(Instant endsAt) {
        return Formats.date(endsAt.minusMillis(1), ReaderZone.get());
    }

    static String clock(Instant instant, Instant now) {
        return Formats.clock(instant, now, ReaderZone.get());
    }

    static String object(DriftedObject object) {
        return object.ref().kind().kind() + " " + object.ref().name();
    }

    /** In which way it differs. */
    static String kind(DriftedObject object) {
        var kind = object.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Texts.get("drift.kind." + kind, object.fields().size());
    }

    /** What an ignore is about, such as "Deployment hexabase-control-plane .spec.replicas". */
    static String about(Ignored ignored) {
        var object = ignored.object().substring(ignored.object().indexOf(' ') + 1);
        return ignored.field() == null ? object : object + " " + ignored.field();
    }

    /** One of the field's values; those of Secrets are hidden. */
    static String value(DriftedField field, @Nullable String value) {
        if (value == null) {
            return Texts.get("drift.value.none");
        }
        return field.secret() ? Texts.get("drift.value.hidden") : value.isEmpty() ? "\"\"" : value;
    }

    /** The program that wrote it, as Kubernetes names it. */
    static String owner(@Nullable FieldOwner owner) {
        if (owner == null) {
            return Texts.get("drift.owner.unknown");
        }
        return owner.subresource().isEmpty()
                ? owner.manager()
                : Texts.get("drift.owner.subresource", owner.manager(), owner.subresource());
    }

    /** Since when: told by Kubernetes, or when the console noticed. */
    static String since(DriftedField field, Instant now) {
        var written = field.writtenAt();
        return written == null ? Texts.get("drift.since.seen", clock(field.firstSeen(), now)) : clock(written, now);
    }
}
