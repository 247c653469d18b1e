package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.NeededPermissions;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
import java.util.Optional;
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
    private final FreshnessChip chip = new FreshnessChip();
    private final Div notices = new Div();
    private final Div nodes = new Div();
    private final Div permissions = new Div();
    private transient @Nullable RegisteredCluster cluster;
    private transient @Nullable ClusterCapacity capacity;
    private transient @Nullable List<AccessQuestion> missing;

    ClusterView(Clusters clusters, ActingPerson person, Clock clock, ObjectProvider<ClusterAction> actions) {
        this.clusters = clusters;
        this.person = person;
        this.clock = clock;
        this.actions = actions.stream().toList();
        var live = LiveUpdates.of(this);
        live.whileShown(() -> clusters.subscribe(id -> {
            var shown = cluster;
            if (shown != null && shown.id().equals(id)) {
                live.run("cluster", this::refresh);
                load(shown, live);
            }
        }));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        cluster = RouteCluster.of(event, clusters);
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
        if (shown == null) {
            return;
        }
        var header = new PageHeader(shown.name());
        header.facts(facts(shown).toArray(Component[]::new));
        header.actions(buttons(shown).toArray(Component[]::new));
        add(header, notices, Layouts.besides(Layouts.column(nodes, permissions), about(shown)));
        refresh();
        drawNodes();
        drawPermissions();
        load(shown, LiveUpdates.of(this));
    }

    private List<Component> facts(RegisteredCluster shown) {
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
        if (person.isA(Role.ADMIN)) {
            if (shown.kind() == RegisteredCluster.Kind.REAL) {
                buttons.add(
                        link(Texts.get("cluster.credentials.replace"), ClusterLinks.replaceCredentials(shown.id())));
            }
            buttons.add(Layouts.plain(Texts.get("cluster.edit"), () -> new EditClusterDialog(clusters, shown).open()));
            buttons.add(Layouts.danger(Texts.get("cluster.remove"), () -> confirmRemoval(shown)));
        }
        return buttons;
    }

    private static Anchor link(String text, String path) {
        var link = new Anchor(path, text);
        link.setRouterIgnore(false);
        link.addClassName("hx-button");
        return link;
    }

    private Component about(RegisteredCluster shown) {
        var zone = ReaderZone.get();
        var now = clock.instant();
        var list = new KeyValueList();
        if (!shown.isPractice()) {
            list.withCode(Texts.get("cluster.fact.server"), shown.server().toString());
        }
        list.with(Texts.get("cluster.fact.kubernetes"), shown.version());
        list.withCode(Texts.get("cluster.fact.identity"), shown.identity().username());
        var end = shown.credentialsExpireAt();
        if (end != null) {
            var words = new Span(Formats.date(end, zone));
            words.setTitle(Formats.exact(end, zone));
            if (ClusterWords.endsSoon(shown, now)) {
                list.with(
                        Texts.get("cluster.fact.credentials-until"),
                        words,
                        new StatusTag(end.isAfter(now) ? Status.WARNING : Status.FAILED, Formats.when(end, now, zone)));
            } else {
                list.with(Texts.get("cluster.fact.credentials-until"), words);
            }
        } else if (shown.kind() == RegisteredCluster.Kind.REAL) {
            list.with(Texts.get("cluster.fact.credentials-until"), Texts.get("cluster.credentials.no-end"));
        }
        list.with(
                Texts.get("cluster.fact.registered"),
                Formats.when(shown.registeredAt(), now, zone),
                Texts.get("cluster.fact.registered-by", shown.registeredBy()));
        return new Panel(Texts.get("cluster.about")).padded(list);
    }

    private void refresh() {
        var shown = cluster;
        if (shown == null) {
            return;
        }
        var reachability = clusters.find(shown.id()).map(RegisteredCluster::reachability);
        reachability.ifPresent(state -> {
            ClusterWords.chip(chip, state);
            notices.removeAll();
            notice(shown, state).ifPresent(notices::add);
        });
    }

    private Optional<Component> notice(RegisteredCluster shown, Reachability state) {
        return switch (state) {
            case Reachability.Live live -> Optional.empty();
            case Reachability.Reconnecting reconnecting -> Optional.empty();
            case Reachability.UnknownSince unknown ->
                Optional.of(
                        shown.kind() == RegisteredCluster.Kind.REAL && person.isA(Role.ADMIN)
                                ? new ProblemNotice(
                                        Status.UNKNOWN,
                                        unknown.problem(),
                                        link(
                                                Texts.get("cluster.credentials.replace"),
                                                ClusterLinks.replaceCredentials(shown.id())))
                                : new ProblemNotice(Status.UNKNOWN, unknown.problem()));
        };
    }

    /** Reads in the background what may take long; what comes replaces what stood there. */
    private void load(RegisteredCluster shown, LiveUpdates live) {
        if (clusters.find(shown.id()).filter(now -> now.reachability().isLive()).isEmpty()) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                var read = clusters.capacity(shown.id());
                if (!read.equals(capacity)) {
                    live.run("nodes", () -> {
                        capacity = read;
                        drawNodes();
                    });
                }
                if (missing == null) {
                    var answers = clusters.connection(shown.id()).checkAccess(NeededPermissions.questions());
                    live.run("permissions", () -> {
                        missing = answers.stream()
                                .filter(answer -> !answer.allowed())
                                .map(AccessAnswer::question)
                                .toList();
                        drawPermissions();
                    });
                }
            } catch (ProblemException e) {
                live.run("nodes", () -> showUnreadable(e.problem()));
            }
        });
    }

    private void showUnreadable(Problem problem) {
        if (capacity == null) {
            nodes.removeAll();
            nodes.add(new ProblemNotice(Status.WARNING, problem));
        }
    }

    private void drawNodes() {
        var known = capacity;
        nodes.removeAll();
        nodes.add(
                known == null
                        ? new Panel(Texts.get("cluster.nodes"))
                                .padded(new StatusLabel(Status.PROGRESSING, Texts.get("cluster.nodes.reading")))
                        : new NodesPanel(known));
    }

    private void drawPermissions() {
        var known = missing;
        permissions.removeAll();
        if (known == null) {
            return;
        }
        permissions.add(
                known.isEmpty()
                        ? new Panel(Texts.get("cluster.permissions"))
                                .padded(new StatusLabel(Status.OK, Texts.get("cluster.permissions.complete")))
                        : new MissingPermissions(known));
    }

    private void confirmRemoval(RegisteredCluster shown) {
        var users = clusters.usesOf(shown.id());
        if (!users.isEmpty()) {
            notices.removeAll();
            notices.add(new ProblemNotice(Problem.of("cluster-in-use", shown.name(), String.join(", ", users))));
            return;
        }
        new TypedConfirmation(
                        Texts.get("cluster.remove.title", shown.name()),
                        shown.name(),
                        Texts.get("cluster.remove"),
                        () -> remove(shown))
                .lost(Texts.get(shown.isPractice() ? "cluster.remove.lost-practice" : "cluster.remove.lost"))
                .kept(Texts.get(shown.isPractice() ? "cluster.remove.kept-practice" : "cluster.remove.kept"))
                .note(Texts.get("cluster.remove.back"))
                .open();
    }

    private void remove(RegisteredCluster shown) {
        try {
            clusters.remove(shown.id());
            UI.getCurrent().navigate(ClusterLinks.LIST);
        } catch (ProblemException e) {
            notices.removeAll();
            notices.add(new ProblemNotice(e.problem()));
        }
    }
}
