package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveKind;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.VolumeRow;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims with their volumes, and volumes that nobody claims. */
final class VolumeSheet extends Sheet<VolumeRow> {
    private final Clock clock;

    VolumeSheet(Clock clock) {
        super("volumes", LiveKind.VOLUMES);
        this.clock = clock;
    }

    @Override
    String path() {
        return LiveLinks.VOLUMES;
    }

    @Override
    List<LiveColumn<VolumeRow>> columns() {
        return List.of(
                LiveColumn.number("size", row -> Formats.bytes(row.bytes()), VolumeRow::bytes, "84px"),
                LiveColumn.text("phase", VolumeRow::phase, "84px"),
                LiveTexts.<VolumeRow>ageColumn(clock),
                LiveColumn.text("class", VolumeSheet::storageClass, "120px").leftOut(),
                LiveColumn.text("used-by", VolumeSheet::users, "180px").leftOut(),
                LiveColumn.<VolumeRow>text("policy", row -> Objects.requireNonNullElse(row.policy(), ""), "104px")
                        .leftOut());
    }

    private static String storageClass(VolumeRow row) {
        return Objects.requireNonNullElse(row.storageClass(), "");
    }

    private static String users(VolumeRow row) {
        return switch (row.users().size()) {
            case 0 -> "";
            case 1 -> row.users().getFirst();
            default ->
                Texts.get(
                        "status.volumes.users",
                        row.users().getFirst(),
                        row.users().size() - 1);
        };
    }

    @Override
    boolean isToldByPanel(String column) {
        return column.equals("used-by") || column.equals("policy");
    }

    @Override
    List<Grouping<VolumeRow>> groupings() {
        return List.of(
                new Grouping<>("kind", VolumeRow::claim, row -> text(row.claim() ? "claims" : "unclaimed"), row -> ""),
                Grouping.by("namespace", row -> Objects.requireNonNullElse(row.namespace(), "")),
                Grouping.by("class", VolumeSheet::storageClass),
                Grouping.none());
    }

    @Override
    Stream<@Nullable String> searched(VolumeRow row) {
        var users = String.join(" ", row.users());
        return Stream.of(
                row.name(),
                row.volume(),
                row.storageClass(),
                row.phase(),
                row.reason().words(),
                users);
    }

    @Override
    List<CsvColumn<VolumeRow>> csv() {
        return List.of(
                new CsvColumn<>("kind", row -> row.ref().kind().kind()),
                new CsvColumn<>("name", VolumeRow::name),
                new CsvColumn<>("phase", VolumeRow::phase),
                new CsvColumn<>("bytes", VolumeRow::bytes),
                new CsvColumn<>("storage_class", VolumeRow::storageClass),
                new CsvColumn<>("volume", VolumeRow::volume),
                new CsvColumn<>("reclaim_policy", VolumeRow::policy),
                new CsvColumn<>("used_by", row -> String.join(" ", row.users())),
                new CsvColumn<>("created", VolumeRow::createdAt));
    }

    @Override
    void facts(VolumeRow row, KeyValueList facts) {
        var namespace = row.namespace();
        if (namespace != null) {
            facts.with(Texts.get("status.fact.namespace"), namespace);
        }
        facts.with(Texts.get("status.fact.size"), Formats.bytes(row.bytes()));
        facts.with(Texts.get("status.column.class"), storageClass(row));
        if (row.claim() && row.volume() != null) {
            facts.withCode(text("fact.volume"), row.volume());
        }
        if (row.policy() != null) {
            facts.with(Texts.get("status.column.policy"), policy(row.policy()));
        }
        if (row.claim()) {
            facts.with(
                    Texts.get("status.column.used-by"),
                    row.users().isEmpty()
                            ? new Component[] {new Span(text("unused"))}
                            : row.users().stream()
                                    .map(pod -> LiveTexts.toObject(row.cluster(), "Pod", namespace, pod))
                                    .toArray(Component[]::new));
        }
    }

    private String policy(String policy) {
        return switch (policy) {
            case "Retain" -> text("policy.retain");
            case "Delete" -> text("policy.delete");
            default -> policy;
        };
    }
}
