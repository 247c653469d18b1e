package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One cluster: whether it answers, what it has, what the console may do there. */
@Route("clusters/:cluster")
@PermitAll
class ClusterView extends Page implements BeforeEnterObserver {
    private final transient Clusters clusters;
    private final transient ActingPerson person;
    private final transient Clock clock;
    private final transient List<ClusterAction> actions;
    private final transient ClusterRemoval removal;
    private final LiveUpdates live = LiveUpdates.of(this);
    private final FreshnessChip chip = new FreshnessChip();
    private final Div notices = new Div();
    private transient @Nullable RegisteredCluster cluster;
    private transient @Nullable ClusterReadings readings;

    ClusterView(Clusters clusters, ActingPerson person, Clock clock, ObjectProvider<ClusterAction> actions) {
        this.clusters = clusters;
        this.person = person;
        this.clock = clock;
        this.actions = actions.stream().toList();
        removal = new ClusterRemoval(clusters, this::refuse);
        live.whileShown(() -> clusters.subscribe(this::heard));
    }

    private void heard(ClusterId id) {
        live.run("cluster", () -> {
            if (cluster != null && cluster.id().equals(id)) {
                refresh();
                load();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = RouteCluster.of(event, clusters);
        cluster = found;
        readings = new ClusterReadings(new ClusterSource(clusters, found.id()), live);
        entered();
    }

    @Override
    protected String title() {
        return cluster == null ? "" : cluster.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("cluster.list.title"), ClusterLinks.LIST));
    }

    @Override
    protected void build() {
        var shown = cluster;
        var read = readings;
        if (shown == null || read == null) {
            return;
        }
        var header = new PageHeader(shown.name());
        header.facts(facts(shown).toArray(Component[]::new));
        header.actions(buttons(shown).toArray(Component[]::new));
        var whole = clusters.sight(shown.id()).whole();
        add(
                header,
                notices,
                Layouts.besides(whole ? read.parts() : onlyInstallations(), new AboutCluster(shown, clock.instant())));
        refresh();
        if (whole) {
            read.load();
        }
    }

    /** Whoever looks after installations only does not see what else is in the cluster. */
    private static Component onlyInstallations() {
        return new ProblemNotice(Status.HELD, Texts.get("cluster.partly.what"), Texts.get("cluster.partly.why"));
    }

    private void load() {
        if (readings != null && cluster != null && clusters.sight(cluster.id()).whole()) {
            readings.load();
        }
    }

    private static List<Component> facts(RegisteredCluster shown) {
        var facts = new ArrayList<Component>();
        if (shown.isPractice()) {
            facts.add(new StatusTag(Status.PRACTICE, Texts.get("cluster.practice")));
        }
        facts.add(new Span(ClusterWords.site(shown)));
        facts.add(new Span(Texts.get("cluster.fact.version", shown.version())));
        return facts;
    }

    private List<Component> buttons(RegisteredCluster shown) {
        var buttons = new ArrayList<Component>();
        buttons.add(chip);
        actions.forEach(action -> action.button(shown).ifPresent(buttons::add));
        if (shown.kind() == RegisteredCluster.Kind.REAL) {
            buttons.add(replaceCredentials(shown));
        }
        buttons.add(forAdmins(
                shown, Layouts.plain(Texts.get("cluster.edit"), () -> new EditClusterDialog(clusters, shown).open())));
        buttons.add(forAdmins(
                shown, Layouts.plain(Texts.get("cluster.remove"), () -> FreshSignIn.before(() -> removal.ask(shown)))));
        return buttons;
    }

    private boolean mayChange(RegisteredCluster shown) {
        return person.may(Role.ADMIN, shown.id());
    }

    private Button forAdmins(RegisteredCluster shown, Button button) {
        return Rights.need(mayChange(shown), Role.ADMIN, button);
    }

    private Component replaceCredentials(RegisteredCluster shown) {
        if (!mayChange(shown)) {
            return forAdmins(shown, Layouts.plain(Texts.get("cluster.credentials.replace"), () -> {}));
        }
        var link = new Anchor(ClusterLinks.replaceCredentials(shown.id()), Texts.get("cluster.credentials.replace"));
        link.setRouterIgnore(false);
        link.addClassName("hx-button");
        return link;
    }

    private void refresh() {
        var shown = cluster;
        if (shown == null) {
            return;
        }
        clusters.find(shown.id()).map(RegisteredCluster::reachability).ifPresent(state -> {
            ClusterWords.chip(chip, state);
            notices.removeAll();
            if (state instanceof Reachability.UnknownSince unknown) {
                notices.add(silent(shown, unknown.problem()));
            }
        });
    }

    private ProblemNotice silent(RegisteredCluster shown, Problem problem) {
        return shown.kind() == RegisteredCluster.Kind.REAL && mayChange(shown)
                ? new ProblemNotice(Status.UNKNOWN, problem, replaceCredentials(shown))
                : new ProblemNotice(Status.UNKNOWN, problem);
    }

    private void refuse(Problem problem) {
        notices.removeAll();
        notices.add(new ProblemNotice(problem));
    }
}
