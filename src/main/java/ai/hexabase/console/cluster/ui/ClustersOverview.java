package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.uikit.AttentionItem;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OverviewPanel;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clusters on the home screen: their state, and which need somebody. */
@org.springframework.stereotype.Component
class ClustersOverview implements OverviewPanel {
    private static final int MOST = 8;

    private final Clusters clusters;
    private final ActingPerson person;
    private final Clock clock;

    ClustersOverview(Clusters clusters, ActingPerson person, Clock clock) {
        this.clusters = clusters;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> build() {
        var all = clusters.list();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var panel = new Panel(Texts.get("cluster.list.title")).count(all.size());
        var lines = new Div();
        lines.addClassName("hx-cluster-lines");
        all.stream().limit(MOST).map(this::line).forEach(lines::add);
        if (all.size() > MOST) {
            lines.add(link(ClusterLinks.LIST, Texts.get("cluster.overview.all", all.size())));
        }
        return Optional.of(panel.padded(lines));
    }

    private Div line(RegisteredCluster cluster) {
        var state = cluster.isPractice() && cluster.reachability().isLive()
                ? new StatusLabel(Status.PRACTICE, Texts.get("cluster.practice"))
                : ClusterWords.state(cluster.reachability(), clock.instant(), ReaderZone.get());
        var line = new Div(link(ClusterLinks.details(cluster.id()), cluster.name()), state);
        line.addClassName("hx-cluster-line");
        return line;
    }

    private static Anchor link(String path, String text) {
        var link = new Anchor(path, text);
        link.setRouterIgnore(false);
        return link;
    }

    @Override
    public List<Component> firstSteps() {
        if (!person.may(Role.ADMIN) || !clusters.list().isEmpty()) {
            return List.of();
        }
        return List.of(
                Layouts.primary(Texts.get("cluster.register"), () -> open(ClusterLinks.REGISTER)),
                Layouts.link(Texts.get("cluster.practice.try"), () -> open(ClusterLinks.REGISTER_PRACTICE)));
    }

    @Override
    public List<AttentionItem> attention() {
        var items = new ArrayList<AttentionItem>();
        for (var cluster : clusters.list()) {
            silent(cluster).ifPresent(items::add);
            ending(cluster).ifPresent(items::add);
        }
        return items;
    }

    private Optional<AttentionItem> silent(RegisteredCluster cluster) {
        return switch (cluster.reachability()) {
            case Reachability.Live live -> Optional.empty();
            case Reachability.Reconnecting reconnecting -> Optional.empty();
            case Reachability.UnknownSince(var since, var problem) ->
                Optional.of(new AttentionItem(
                        Status.UNKNOWN,
                        Texts.get(
                                "cluster.attention.unknown",
                                cluster.name(),
                                Formats.clock(since, clock.instant(), ReaderZone.get())),
                        Texts.of(problem.what()),
                        Formats.age(Duration.between(since, clock.instant())),
                        Layouts.small(
                                Texts.get("cluster.attention.open"), () -> open(ClusterLinks.details(cluster.id())))));
        };
    }

    private Optional<AttentionItem> ending(RegisteredCluster cluster) {
        var end = cluster.credentialsExpireAt();
        var now = clock.instant();
        if (end == null || !ClusterWords.endsSoon(cluster, now)) {
            return Optional.empty();
        }
        var over = !end.isAfter(now);
        var when = Formats.when(end, now, ReaderZone.get());
        return Optional.of(new AttentionItem(
                over ? Status.FAILED : Status.WARNING,
                Texts.get(over ? "cluster.attention.ended" : "cluster.attention.ends", cluster.name(), when),
                Texts.get("cluster.attention.ends.why"),
                when,
                Layouts.small(
                        Texts.get("cluster.attention.replace"),
                        () -> open(ClusterLinks.replaceCredentials(cluster.id())))));
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return StateChanges.subscribe(clusters, listener);
    }

    private static void open(String path) {
        UI.getCurrent().navigate(path);
    }
}
