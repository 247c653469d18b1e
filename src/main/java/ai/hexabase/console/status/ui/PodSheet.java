package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveKind;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pods, by the workload they belong to. */
final class PodSheet extends Sheet<PodRow> {
    private final Clock clock;

    PodSheet(Clock clock) {
        super("pods", LiveKind.PODS);
        this.clock = clock;
    }

    @Override
    String path() {
        return LiveLinks.PODS;
    }

    @Override
    List<LiveColumn<PodRow>> columns() {
        return List.of(
                LiveColumn.number("ready", row -> row.ready() + "/" + row.containers(), PodRow::ready, "92px"),
                LiveColumn.number("restarts", row -> String.valueOf(row.restarts()), PodRow::restarts, "92px"),
                LiveTexts.<PodRow>ageColumn(clock),
                LiveColumn.<PodRow>text("node", row -> Objects.requireNonNullElse(row.node(), ""), "92px")
                        .leftOut(),
                LiveColumn.<PodRow>text("zone", row -> Objects.requireNonNullElse(row.zone(), ""), "76px")
                        .leftOut());
    }

    /** Those of pods of one namespace. */
    @Override
    String logs(LiveGroup<PodRow> group, String grouping) {
        var first = group.rows().getFirst();
        return switch (grouping) {
            case "workload" -> LiveLinks.logs(first.cluster(), first.namespace(), first.workload());
            case "namespace" -> LiveLinks.logs(first.cluster(), first.namespace());
            default -> "";
        };
    }

    @Override
    boolean isToldByPanel(String column) {
        return column.equals("zone");
    }

    @Override
    List<Grouping<PodRow>> groupings() {
        return List.of(
                new Grouping<>(
                        "workload",
                        PodRow::workload,
                        row -> row.workload().name(),
                        row -> row.workload().kind()),
                Grouping.by("namespace", PodRow::namespace),
                Grouping.by("node", row -> Objects.requireNonNullElse(row.node(), "")),
                Grouping.none());
    }

    @Override
    Stream<@Nullable String> searched(PodRow row) {
        return Stream.of(
                row.name(), row.workload().name(), row.node(), row.reason().words());
    }

    @Override
    List<CsvColumn<PodRow>> csv() {
        return List.of(
                new CsvColumn<>("pod", PodRow::name),
                new CsvColumn<>(
                        "workload",
                        row -> row.workload().kind() + " " + row.workload().name()),
                new CsvColumn<>("phase", PodRow::phase),
                new CsvColumn<>("ready", PodRow::ready),
                new CsvColumn<>("containers", PodRow::containers),
                new CsvColumn<>("restarts", PodRow::restarts),
                new CsvColumn<>("created", PodRow::createdAt),
                new CsvColumn<>("node", PodRow::node),
                new CsvColumn<>("zone", PodRow::zone));
    }

    @Override
    void facts(PodRow row, KeyValueList facts) {
        belongs(row, facts);
    }

    static void belongs(PodRow pod, KeyValueList facts) {
        var owner = pod.workload();
        facts.with(
                Texts.get("status.fact.owner"),
                new Span(LiveTexts.kind(owner.kind())),
                LiveTexts.toObject(pod.cluster(), owner.kind(), pod.namespace(), owner.name()));
        facts.with(Texts.get("status.fact.namespace"), pod.namespace());
        if (pod.node() != null) {
            var node = LiveTexts.toObject(pod.cluster(), "Node", null, pod.node());
            if (pod.zone() == null) {
                facts.with(Texts.get("status.fact.node"), node);
            } else {
                facts.with(Texts.get("status.fact.node"), node, new Span(Texts.get("status.fact.zone", pod.zone())));
            }
        }
    }
}
