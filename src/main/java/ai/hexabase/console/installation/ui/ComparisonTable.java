package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.installation.Comparison;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

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

    private ValuesTable table(Comparison comparison, String before, String after) {
        var table = new ValuesTable(List.of(Texts.get("installation.profile.setting"), before, after));
        table.addClassName("hx-comparison");
        var clusterBefore = comparison.clusterBefore();
        if (clusterBefore != null && comparison.hasOtherCluster()) {
            table.row(
                    Texts.get("installation.column.cluster"),
                    List.of(
                            ClusterWords.name(clusters, clusterBefore),
                            ClusterWords.name(clusters, comparison.clusterAfter())));
        }
        if (comparison.hasOtherProfile()) {
            table.row(
                    Texts.get("installation.column.profile"),
                    List.of(comparison.profileBefore(), comparison.profileAfter()));
        }
        comparison.settings().forEach(change -> table.row(SettingWords.label(change.setting()), values(change)));
        comparison
                .decisions()
                .forEach(change -> table.row(
                        OwnershipWords.field(change.claim()),
                        List.of(
                                OwnershipWords.decision(change.claim(), change.before()),
                                OwnershipWords.decision(change.claim(), change.after()))));
        return table;
    }

    private static List<String> values(SettingChange change) {
        var setting = change.setting();
        return List.of(
                SettingWords.value(setting, change.before()),
                // both are only known to have been entered, so the words must say that it is another one
                setting.isKeptHere() && !change.after().isEmpty()
                        ? Texts.get("revision.compare.password")
                        : SettingWords.value(setting, change.after()));
    }
}
