package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Installations side by side; each name leads to its page. */
final class InstallationGrid extends Grid<Installation> {
    InstallationGrid(List<Installation> all, Clusters clusters, List<InstallationPart> parts, Clock clock) {
        Layouts.dense(this);
        setAllRowsVisible(true);
        var names = clusters.list().stream().collect(Collectors.toMap(RegisteredCluster::id, RegisteredCluster::name));
        addComponentColumn(InstallationGrid::name)
                .setHeader(Texts.get("installation.column.name"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        text("installation.column.cluster", installation -> cluster(names, installation.cluster()));
        text("installation.column.profile", Installation::profile);
        addColumn(Installation::latestRevision)
                .setHeader(Texts.get("installation.column.revision"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        parts.forEach(part -> addComponentColumn(part::cell)
                .setHeader(part.title())
                .setAutoWidth(true)
                .setFlexGrow(1));
        text("installation.column.created", installation -> made(installation, clock));
        setItems(all);
    }

    private void text(String header, ValueProvider<Installation, String> value) {
        addColumn(value).setHeader(Texts.get(header)).setAutoWidth(true).setFlexGrow(1);
    }

    private static String made(Installation installation, Clock clock) {
        return Texts.get(
                "installation.made",
                installation.createdBy(),
                Formats.when(installation.createdAt(), clock.instant(), ReaderZone.get()));
    }

    private static String cluster(Map<ClusterId, String> names, ClusterId id) {
        return names.getOrDefault(id, ClusterWords.gone());
    }

    private static Component name(Installation installation) {
        return Layouts.nameLink(InstallationLinks.of(installation.id()), installation.name());
    }
}
