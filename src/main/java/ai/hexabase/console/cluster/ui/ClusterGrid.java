package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;

/** Clusters side by side, each with whether it answers and how long its credentials hold. */
final class ClusterGrid extends Grid<RegisteredCluster> {
    private final transient Clock clock;

    ClusterGrid(Clock clock) {
        this.clock = clock;
        Layouts.dense(this);
        column(addComponentColumn(ClusterGrid::name), "name", 1);
        column(addComponentColumn(this::state), "state", 0);
        column(addColumn(RegisteredCluster::version), "version", 0);
        column(addColumn(ClusterWords::site), "site", 1);
        column(addColumn(ClusterGrid::server), "server", 1);
        column(addComponentColumn(this::end), "credentials-end", 0);
        addItemClickListener(click ->
                UI.getCurrent().navigate(ClusterLinks.details(click.getItem().id())));
        setSelectionMode(SelectionMode.NONE);
    }

    private static void column(Column<RegisteredCluster> column, String key, int grow) {
        column.setHeader(Texts.get("cluster.column." + key)).setAutoWidth(true).setFlexGrow(grow);
    }

    private static Component name(RegisteredCluster cluster) {
        var link = Layouts.nameLink(ClusterLinks.details(cluster.id()), cluster.name());
        var cell = new Div(link);
        cell.addClassName("hx-cell");
        if (cluster.isPractice()) {
            cell.add(new StatusTag(Status.PRACTICE, Texts.get("cluster.practice")));
        }
        return cell;
    }

    private Component state(RegisteredCluster cluster) {
        return ClusterWords.state(cluster.reachability(), clock.instant(), ReaderZone.get());
    }

    private static String server(RegisteredCluster cluster) {
        return cluster.isPractice() ? "" : cluster.server().toString();
    }

    private Component end(RegisteredCluster cluster) {
        var end = cluster.credentialsExpireAt();
        if (end == null) {
            return new Span(cluster.isPractice() ? "" : Texts.get("cluster.credentials.no-end"));
        }
        var now = clock.instant();
        var zone = ReaderZone.get();
        if (!end.isAfter(now)) {
            return new StatusLabel(Status.FAILED, Texts.get("cluster.credentials.ended", Formats.date(end, zone)));
        }
        return ClusterWords.endsSoon(cluster, now)
                ? new StatusLabel(Status.WARNING, Formats.when(end, now, zone))
                : new Span(Formats.date(end, zone));
    }
}
