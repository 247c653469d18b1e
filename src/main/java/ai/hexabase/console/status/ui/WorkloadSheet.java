package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveKind;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.WorkloadRow;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Texts;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deployments, StatefulSets, DaemonSets and Jobs. */
final class WorkloadSheet extends Sheet<WorkloadRow> {
    private final Clock clock;

    WorkloadSheet(Clock clock) {
        super("workloads", LiveKind.WORKLOADS);
        this.clock = clock;
    }

    @Override
    String path() {
        return LiveLinks.WORKLOADS;
    }

    @Override
    List<LiveColumn<WorkloadRow>> columns() {
        return List.of(
                LiveColumn.number(
                        "ready", WorkloadSheet::ready, row -> row.counts().ready(), "92px"),
                LiveColumn.<WorkloadRow, Integer>number(
                                "updated",
                                WorkloadSheet::updated,
                                row -> row.counts().updated(),
                                "92px")
                        .leftOut(),
                LiveTexts.<WorkloadRow>ageColumn(clock),
                LiveColumn.text("image", WorkloadSheet::shortImage, "200px").leftOut());
    }

    private static String ready(WorkloadRow row) {
        return row.counts().ready() + "/" + row.counts().wanted();
    }

    private static String updated(WorkloadRow row) {
        var updated = row.counts().updated();
        return updated == null ? "" : String.valueOf(updated);
    }

    /** Without the registry, which is mostly the same. */
    private static String shortImage(WorkloadRow row) {
        return row.image().substring(row.image().lastIndexOf('/') + 1);
    }

    @Override
    boolean isToldByPanel(String column) {
        return column.equals("image") || column.equals("updated");
    }

    @Override
    List<Grouping<WorkloadRow>> groupings() {
        return List.of(
                Grouping.by("kind", row -> row.kind().kind()),
                Grouping.by("namespace", WorkloadRow::namespace),
                Grouping.none());
    }

    @Override
    Stream<@Nullable String> searched(WorkloadRow row) {
        return Stream.of(
                row.name(), row.kind().kind(), row.image(), row.reason().words());
    }

    @Override
    List<CsvColumn<WorkloadRow>> csv() {
        return List.of(
                new CsvColumn<>("workload", WorkloadRow::name),
                new CsvColumn<>("kind", row -> row.kind().kind()),
                new CsvColumn<>("wanted", row -> row.counts().wanted()),
                new CsvColumn<>("ready", row -> row.counts().ready()),
                new CsvColumn<>("updated", row -> row.counts().updated()),
                new CsvColumn<>("created", WorkloadRow::createdAt),
                new CsvColumn<>("image", WorkloadRow::image));
    }

    @Override
    void facts(WorkloadRow row, KeyValueList facts) {
        facts.with(Texts.get("status.fact.kind"), row.kind().kind());
        facts.with(Texts.get("status.fact.namespace"), row.namespace());
        facts.withCode(Texts.get("status.fact.image"), row.image());
        facts.with(
                Texts.get("status.fact.pods-of"),
                LiveTexts.link(
                        LiveLinks.search(LiveLinks.PODS, row.cluster(), row.namespace(), row.name()),
                        text("its-pods", row.counts().created())));
    }
}
