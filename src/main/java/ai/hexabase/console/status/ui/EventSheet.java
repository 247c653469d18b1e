package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.EventRow;
import ai.hexabase.console.status.LiveKind;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Kubernetes noted lately, newest first. */
final class EventSheet extends Sheet<EventRow> {
    private static final Comparator<EventRow> NEWEST_FIRST = Comparator.comparing(
                    (EventRow row) -> row.createdAt() == null ? Instant.EPOCH : row.createdAt())
            .reversed();

    private final Clock clock;

    EventSheet(Clock clock) {
        super("events", LiveKind.EVENTS);
        this.clock = clock;
    }

    @Override
    String path() {
        return LiveLinks.EVENTS;
    }

    @Override
    Comparator<EventRow> order() {
        return NEWEST_FIRST;
    }

    @Override
    boolean hasEvents() {
        return false;
    }

    @Override
    List<LiveColumn<EventRow>> columns() {
        return List.of(
                LiveTexts.<EventRow>ageColumn(clock),
                LiveColumn.number(
                        "times",
                        row -> row.event().count() == 1
                                ? ""
                                : String.valueOf(row.event().count()),
                        row -> row.event().count(),
                        "76px"),
                LiveColumn.<EventRow>text("reason", row -> row.event().reason(), "150px")
                        .leftOut());
    }

    @Override
    List<Grouping<EventRow>> groupings() {
        return List.of(
                Grouping.none(),
                new Grouping<>(
                        "object",
                        EventRow::about,
                        row -> row.about().name(),
                        row -> row.about().kind()),
                Grouping.by("reason", row -> row.event().reason()),
                Grouping.by("namespace", EventRow::namespace));
    }

    @Override
    String title(EventRow row) {
        return row.about().name();
    }

    @Override
    String words(EventRow row) {
        return row.event().message();
    }

    @Override
    @Nullable
    String ownWords(EventRow row) {
        return row.event().reason();
    }

    @Override
    Stream<@Nullable String> searched(EventRow row) {
        return Stream.of(
                row.about().name(),
                row.about().kind(),
                row.event().reason(),
                row.event().message());
    }

    @Override
    List<CsvColumn<EventRow>> csv() {
        return List.of(
                new CsvColumn<>(
                        "object", row -> row.about().kind() + " " + row.about().name()),
                new CsvColumn<>("type", row -> row.event().warning() ? "Warning" : "Normal"),
                new CsvColumn<>("last", row -> row.event().at()),
                new CsvColumn<>("times", row -> row.event().count()),
                new CsvColumn<>("source", EventRow::source),
                new CsvColumn<>("message", row -> row.event().message()));
    }

    @Override
    void facts(EventRow row, KeyValueList facts) {
        facts.with(
                Texts.get("status.fact.object"),
                new Span(LiveTexts.kind(row.about().kind())),
                LiveTexts.toObject(
                        row.cluster(),
                        row.about().kind(),
                        row.namespace(),
                        row.about().name()));
        facts.with(Texts.get("status.fact.namespace"), row.namespace());
        facts.with(Texts.get("status.fact.reason"), row.event().reason());
        facts.with(Texts.get("status.fact.times"), String.valueOf(row.event().count()));
        if (!row.source().isEmpty()) {
            facts.with(Texts.get("status.fact.source"), row.source());
        }
    }
}
