package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All registered clusters and whether each answers. */
@Route(ClusterLinks.LIST)
@Menu(order = 100, title = "cluster.menu", icon = "CLUSTER")
@PermitAll
class ClustersView extends Page {
    private final transient Clusters clusters;
    private final transient ActingPerson person;
    private final transient Clock clock;
    private List<RegisteredCluster> shown = List.of();
    private ClusterGrid grid;
    private PageHeader header = new PageHeader("");

    ClustersView(Clusters clusters, ActingPerson person, Clock clock) {
        this.clusters = clusters;
        this.person = person;
        this.clock = clock;
        grid = new ClusterGrid(clock);
        var live = LiveUpdates.of(this);
        live.whileShown(() -> clusters.subscribe(id -> live.run("clusters", this::refresh)));
    }

    @Override
    protected String title() {
        return Texts.get("cluster.list.title");
    }

    @Override
    protected void build() {
        fillHeight();
        shown = clusters.list();
        header = new PageHeader(title());
        add(header);
        if (shown.isEmpty()) {
            add(new Panel(Texts.get("cluster.list.title"), empty()));
            return;
        }
        header.actions(Rights.need(
                person.may(Role.ADMIN),
                Role.ADMIN,
                Layouts.primary(Texts.get("cluster.register"), () -> open(ClusterLinks.REGISTER))));
        grid = new ClusterGrid(clock);
        grid.setItems(shown);
        var frame = new Div(grid);
        frame.addClassNames("hx-panel", "hx-fill-panel");
        add(frame);
        facts();
    }

    private void refresh() {
        var before = shown;
        shown = clusters.list();
        if (before.isEmpty() != shown.isEmpty()) {
            rebuild();
        } else {
            grid.setItems(shown);
            facts();
        }
    }

    private void facts() {
        var real = shown.stream().filter(cluster -> !cluster.isPractice()).toList();
        var live =
                real.stream().filter(cluster -> cluster.reachability().isLive()).count();
        var practice = shown.size() - real.size();
        var facts = new ArrayList<Component>();
        facts.add(new StatusLabel(
                live == real.size() ? Status.OK : Status.UNKNOWN, Texts.get("cluster.fleet.live", live, real.size())));
        if (practice > 0) {
            facts.add(new StatusLabel(Status.PRACTICE, Texts.get("cluster.fleet.practice", practice)));
        }
        header.facts(facts.toArray(Component[]::new));
    }

    private Component empty() {
        if (!person.may(Role.ADMIN)) {
            return new EmptyState(
                    Icons.CLUSTER, Texts.get("cluster.empty.title"), Texts.get("cluster.empty.ask-an-administrator"));
        }
        return new EmptyState(
                Icons.CLUSTER,
                Texts.get("cluster.empty.title"),
                Texts.get("cluster.empty.text"),
                Layouts.primary(Texts.get("cluster.register"), () -> open(ClusterLinks.REGISTER)),
                Layouts.link(Texts.get("cluster.practice.try"), () -> open(ClusterLinks.REGISTER_PRACTICE)));
    }

    private static void open(String path) {
        UI.getCurrent().navigate(path);
    }
}
