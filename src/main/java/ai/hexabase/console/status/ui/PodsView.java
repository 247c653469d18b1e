package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodLinks;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.status.PodScope;
import ai.hexabase.console.status.PodSnapshot;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Pods as they are right now, from watches; an unreachable cluster keeps its last known ones and says so. */
@Route(PodLinks.PODS)
@Menu(order = 30, title = "status.menu", icon = "PODS")
@PermitAll
class PodsView extends Page implements BeforeEnterObserver {
    private static final int NARROW = 1100;

    private final transient LivePods pods;
    private final transient Clusters clusters;
    private final transient List<KnownInstallation.Source> installations;
    private final transient Clock clock;
    private final transient Map<ClusterId, PodSnapshot> snapshots = new HashMap<>();
    private final transient List<Clusters.Subscription> watching = new ArrayList<>();
    private transient List<RegisteredCluster> known = List.of();
    private transient PodFilter filter = PodFilter.ALL;
    private transient List<PodRow> shown = List.of();
    private transient @Nullable PodRow open;
    private final Div notices = new Div();
    private FreshnessChip chip = new FreshnessChip();
    private PageHeader header = new PageHeader("");
    private PodGrid grid;
    private PodFilterBar bar;
    private MasterDetailLayout split = new MasterDetailLayout();
    private @Nullable PodPanel panel;
    private boolean narrow;

    PodsView(LivePods pods, Clusters clusters, ObjectProvider<KnownInstallation.Source> installations, Clock clock) {
        this.pods = pods;
        this.clusters = clusters;
        this.installations = installations.stream().toList();
        this.clock = clock;
        grid = new PodGrid(clock, this::select);
        bar = new PodFilterBar(this::change, grid);
        LiveUpdates.of(this).whileShown(() -> {
            watch();
            return this::unwatch;
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        known = clusters.list();
        var query = event.getLocation().getQueryParameters();
        var wanted = query.getSingleParameter("cluster").flatMap(this::cluster);
        filter = wanted.isPresent()
                ? PodFilter.ALL
                        .in(wanted.get())
                        .namespace(query.getSingleParameter("namespace").orElse(null))
                : start();
        if (isAttached()) {
            watch();
            redraw();
        }
    }

    /** Without a wish: the first installation, else the only cluster, else all. */
    private PodFilter start() {
        var first = installed().stream().findFirst();
        return first.map(
                        installation -> PodFilter.ALL.in(installation.cluster()).namespace(installation.namespace()))
                .orElseGet(() ->
                        known.size() == 1 ? PodFilter.ALL.in(known.getFirst().id()) : PodFilter.ALL);
    }

    private Optional<ClusterId> cluster(String id) {
        return known.stream()
                .map(RegisteredCluster::id)
                .filter(each -> each.toString().equals(id))
                .findFirst();
    }

    private List<KnownInstallation> installed() {
        return installations.stream()
                .flatMap(source -> source.installations().stream())
                .toList();
    }

    @Override
    protected String title() {
        return Texts.get("status.title");
    }

    @Override
    protected void build() {
        fillHeight();
        header = new PageHeader(title());
        add(header);
        if (known.isEmpty()) {
            add(new Panel(title(), nothingYet()));
            return;
        }
        chip = new FreshnessChip();
        header.actions(chip, export());
        grid = new PodGrid(clock, this::select);
        bar = new PodFilterBar(this::change, grid);
        bar.narrow(narrow);
        split = new MasterDetailLayout();
        split.addClassName("hx-pods");
        split.setMasterSize("400px");
        split.setExpandMaster(true);
        split.setDetailSize("404px");
        split.addBackdropClickListener(click -> close());
        split.addDetailEscapePressListener(press -> close());
        var frame = new Div(grid);
        frame.addClassNames("hx-panel", "hx-fill-panel");
        split.setMaster(frame);
        add(notices, bar, split);
        Shortcuts.addShortcutListener(split, this::close, Key.ESCAPE).listenOn(split);
        var kept = open;
        if (kept != null) {
            select(kept);
        }
        redraw();
    }

    private static Component nothingYet() {
        return new EmptyState(
                Icons.PODS,
                Texts.get("status.empty.title"),
                Texts.get("status.empty.text"),
                Layouts.primary(
                        Texts.get("status.empty.clusters"),
                        () -> UI.getCurrent().navigate(ClusterLinks.LIST)));
    }

    private Component export() {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(PodsCsv.write(shown, row -> name(row.cluster()))),
                        "pods.csv",
                        "text/csv; charset=utf-8",
                        -1)),
                "");
        link.add(Icons.DOWNLOAD.create());
        link.add(Texts.get("status.export"));
        link.addClassNames("hx-button", "hx-wide-only");
        return link;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        var details = page.getExtendedClientDetails();
        if (details != null && details.getWindowInnerWidth() > 0) {
            fit(details.getWindowInnerWidth());
        }
        page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
    }

    private void fit(int width) {
        narrow = width < NARROW;
        bar.narrow(narrow);
    }

    private void change(PodFilter wanted) {
        var clusterBefore = filter.cluster();
        filter = wanted;
        if (!Objects.equals(clusterBefore, wanted.cluster())) {
            watch();
        }
        redraw();
    }

    private void watch() {
        unwatch();
        snapshots.keySet().retainAll(scope());
        var live = LiveUpdates.of(this);
        for (var id : scope()) {
            watching.add(pods.watch(PodScope.all(id), snapshot -> live.run(id, () -> heard(snapshot))));
        }
    }

    private void unwatch() {
        watching.forEach(Clusters.Subscription::close);
        watching.clear();
    }

    private List<ClusterId> scope() {
        var one = filter.cluster();
        return one != null
                ? List.of(one)
                : known.stream().map(RegisteredCluster::id).toList();
    }

    private void heard(PodSnapshot snapshot) {
        if (scope().contains(snapshot.scope().cluster())) {
            snapshots.put(snapshot.scope().cluster(), snapshot);
            redraw();
        }
    }

    private void redraw() {
        var all = snapshots.values().stream()
                .flatMap(snapshot -> snapshot.rows().stream())
                .toList();
        var states = snapshots.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().reachability()));
        shown = all.stream()
                .filter(row -> filter.matches(row, Texts.of(row.reason().plain())))
                .toList();
        grid.show(PodGroup.of(shown, filter.grouping()), states);
        bar.show(
                filter,
                known,
                installed(),
                all.stream().map(PodRow::namespace).distinct().sorted().toList());
        facts();
        fresh(List.copyOf(states.values()));
        warn();
        updatePanel(states);
    }

    private void facts() {
        var id = filter.cluster();
        var ready = shown.stream().filter(PodRow::isReady).count();
        var where = id == null ? Texts.get("status.fact.all-clusters", known.size()) : name(id);
        header.facts(where, Texts.get("status.fact.pods", shown.size(), ready));
    }

    private String name(ClusterId id) {
        return known.stream()
                .filter(cluster -> cluster.id().equals(id))
                .map(RegisteredCluster::name)
                .findFirst()
                .orElse("");
    }

    /** The chip tells the worst of the clusters shown. */
    private void fresh(List<Reachability> states) {
        Reachability worst = null;
        for (var state : states) {
            if (worst == null || rank(state) > rank(worst)) {
                worst = state;
            }
        }
        switch (worst) {
            case null -> chip.reconnecting(clock.instant());
            case Reachability.Live live -> chip.live(live.asOf());
            case Reachability.Reconnecting reconnecting -> chip.reconnecting(reconnecting.since());
            case Reachability.UnknownSince unknown -> chip.unknownSince(unknown.since());
        }
    }

    private static int rank(Reachability state) {
        return switch (state) {
            case Reachability.Live live -> 0;
            case Reachability.Reconnecting reconnecting -> 1;
            case Reachability.UnknownSince unknown -> 2;
        };
    }

    private void warn() {
        notices.removeAll();
        for (var snapshot : snapshots.values()) {
            var name = name(snapshot.scope().cluster());
            if (snapshot.reachability() instanceof Reachability.UnknownSince unknown) {
                notices.add(new ProblemNotice(
                        Status.UNKNOWN,
                        Texts.get("status.silent", name),
                        Texts.of(unknown.problem().what())));
            } else if (snapshot.problem() != null && snapshot.reachability().isLive()) {
                notices.add(new ProblemNotice(Status.WARNING, snapshot.problem()));
            }
        }
    }

    private void select(PodRow row) {
        open = row;
        grid.mark(row.key());
        panel = new PodPanel(pods, clock, row, this::close);
        split.setDetail(panel);
        var snapshot = snapshots.get(row.cluster());
        if (snapshot != null) {
            panel.update(row, snapshot.reachability());
        }
    }

    private void close() {
        open = null;
        panel = null;
        grid.mark(null);
        split.setDetail(null);
    }

    private void updatePanel(Map<ClusterId, Reachability> states) {
        var row = open;
        var shownPanel = panel;
        if (row == null || shownPanel == null) {
            return;
        }
        var snapshot = snapshots.get(row.cluster());
        if (snapshot == null) {
            return;
        }
        snapshot.rows().stream()
                .filter(each -> each.key().equals(row.key()) && each.uid().equals(row.uid()))
                .findFirst()
                .ifPresentOrElse(
                        now -> {
                            open = now;
                            shownPanel.update(now, snapshot.reachability());
                        },
                        shownPanel::gone);
    }
}
