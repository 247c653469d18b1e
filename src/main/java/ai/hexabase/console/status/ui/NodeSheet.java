package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveKind;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.NodeRow;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes, with what is requested of what they have. */
final class NodeSheet extends Sheet<NodeRow> {
    private final Clock clock;

    NodeSheet(Clock clock) {
        super("nodes", LiveKind.NODES);
        this.clock = clock;
    }

    @Override
    String path() {
        return LiveLinks.NODES;
    }

    @Override
    boolean isNamespaced() {
        return false;
    }

    @Override
    List<LiveColumn<NodeRow>> columns() {
        return List.of(
                of("cpu", NodeSheet::cores, NodeRow.Resources::cpuMillis, "132px"),
                of("memory", NodeSheet::memory, NodeRow.Resources::memoryBytes, "152px"),
                of("pods", amounts -> String.valueOf(amounts.pods()), NodeRow.Resources::pods, "84px"),
                LiveTexts.<NodeRow>ageColumn(clock),
                LiveColumn.<NodeRow>text("version", NodeRow::kubelet, "86px").leftOut(),
                LiveColumn.<NodeRow>text("zone", row -> Objects.requireNonNullElse(row.zone(), ""), "86px")
                        .leftOut());
    }

    private static String cores(NodeRow.Resources amounts) {
        return Formats.cores(amounts.cpuMillis() / 1000.0);
    }

    private static String memory(NodeRow.Resources amounts) {
        return Formats.bytes(amounts.memoryBytes());
    }

    /** Requested of allocatable; sorted by how much of it is taken. */
    private static LiveColumn<NodeRow> of(
            String key,
            Function<NodeRow.Resources, String> text,
            ToLongFunction<NodeRow.Resources> amount,
            String width) {
        return LiveColumn.number(
                key,
                row -> row.requested() == null
                        ? text.apply(row.allocatable())
                        : Texts.get("status.nodes.of", text.apply(row.requested()), text.apply(row.allocatable())),
                row -> row.requested() == null
                        ? 0.0
                        : amount.applyAsLong(row.requested())
                                / (double) Math.max(1, amount.applyAsLong(row.allocatable())),
                width);
    }

    @Override
    boolean isToldByPanel(String column) {
        return column.equals("zone") || column.equals("version") || column.equals(LiveGrid.WORDS);
    }

    @Override
    List<Grouping<NodeRow>> groupings() {
        return List.of(
                Grouping.none(),
                Grouping.by("zone", row -> Objects.requireNonNullElse(row.zone(), "")),
                Grouping.by("version", NodeRow::kubelet));
    }

    @Override
    Stream<@Nullable String> searched(NodeRow row) {
        return Stream.of(row.name(), row.zone(), row.kubelet(), row.reason().words(), String.join(" ", row.taints()));
    }

    @Override
    List<CsvColumn<NodeRow>> csv() {
        return List.of(
                new CsvColumn<>("node", NodeRow::name),
                new CsvColumn<>("ready", NodeRow::isReady),
                new CsvColumn<>("zone", NodeRow::zone),
                new CsvColumn<>("version", NodeRow::kubelet),
                new CsvColumn<>("taints", row -> String.join(" ", row.taints())),
                new CsvColumn<>("created", NodeRow::createdAt),
                new CsvColumn<>(
                        "cpu_allocatable_millis", row -> row.allocatable().cpuMillis()),
                new CsvColumn<>("cpu_requested_millis", row -> requested(row, NodeRow.Resources::cpuMillis)),
                new CsvColumn<>(
                        "memory_allocatable_bytes", row -> row.allocatable().memoryBytes()),
                new CsvColumn<>("memory_requested_bytes", row -> requested(row, NodeRow.Resources::memoryBytes)),
                new CsvColumn<>("pods_allocatable", row -> row.allocatable().pods()),
                new CsvColumn<>("pods", row -> requested(row, NodeRow.Resources::pods)));
    }

    private static @Nullable Object requested(NodeRow row, ToLongFunction<NodeRow.Resources> amount) {
        return row.requested() == null ? null : amount.applyAsLong(row.requested());
    }

    @Override
    void facts(NodeRow row, KeyValueList facts) {
        facts.with(Texts.get("status.fact.version"), row.kubelet());
        if (row.zone() != null) {
            facts.with(Texts.get("status.column.zone"), row.zone());
        }
        facts.with(
                Texts.get("status.fact.taints"),
                row.taints().isEmpty() ? Texts.get("status.fact.none") : String.join(", ", row.taints()));
        facts.with(
                Texts.get("status.fact.pods-of"),
                LiveTexts.link(LiveLinks.search(LiveLinks.PODS, row.cluster(), null, row.name()), text("its-pods")));
    }
}
