package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.installation.Comparison;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Field by field, what was and what is; one sentence when nothing differs. */
final class ComparisonTable extends Div {
    private final transient Clusters clusters;

    /** @param before what the values at the left belong to */
    ComparisonTable(Comparison comparison, String before, String after, Clusters clusters) {
        this.clusters = clusters;
        if (comparison.isEmpty()) {
            add(new Paragraph(Texts.get("revision.compare.same", before, after)));
        } else {
            add(table(comparison, before, after));
        }
    }

    private NativeTable table(Comparison comparison, String before, String after) {
        var table = new NativeTable();
        table.addClassNames("hx-values", "hx-comparison");
        table.getHead()
                .add(new NativeTableRow(
                        new NativeTableHeaderCell(Texts.get("installation.profile.setting")),
                        new NativeTableHeaderCell(before),
                        new NativeTableHeaderCell(after)));
        var body = table.addBody();
        if (comparison.hasOtherCluster()) {
            body.add(row(
                    Texts.get("installation.column.cluster"),
                    cluster(comparison.clusterBefore()),
                    cluster(comparison.clusterAfter())));
        }
        if (comparison.hasOtherProfile()) {
            body.add(row(
                    Texts.get("installation.column.profile"), comparison.profileBefore(), comparison.profileAfter()));
        }
        comparison.settings().forEach(change -> body.add(row(change)));
        return table;
    }

    private static NativeTableRow row(SettingChange change) {
        var setting = change.setting();
        return row(
                SettingWords.label(setting),
                SettingWords.value(setting, change.before()),
                // both are only known to have been entered, so the words must say that it is another one
                setting == Setting.DATABASE_PASSWORD && !change.after().isEmpty()
                        ? Texts.get("revision.compare.password")
                        : SettingWords.value(setting, change.after()));
    }

    private static NativeTableRow row(String label, String before, String after) {
        return new NativeTableRow(new NativeTableCell(label), new NativeTableCell(before), new NativeTableCell(after));
    }

    private String cluster(@Nullable ClusterId id) {
        return clusters.find(Objects.requireNonNull(id))
                .map(cluster -> cluster.name())
                .orElseGet(() -> Texts.get("installation.cluster.gone"));
    }
}
