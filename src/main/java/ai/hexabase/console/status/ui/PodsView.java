package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodLinks;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.status.PodSnapshot;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;

/** Pods as they are right now, from watches; an unreachable cluster keeps its last known ones and says so. */
@Route(PodLinks.PODS)
@Menu(order = 30, title = "status.menu", icon = "PODS")
@PermitAll
class PodsView extends Page implements BeforeEnterObserver {
    private static final int NARROW = 1100;

    private final transient LivePods pods;
    private final transient Clock clock;
    private final transient PodsModel model;
    private final transient PodWatches watches;
    private final PodNotices notices = new PodNotices();
    private final PodsTogether together = new PodsTogether();
    private FreshnessChip chip = new FreshnessChip();
    private PageHeader header = new PageHeader("");
    private PodsSplit split;
    private PodFilterBar bar;
    private boolean narrow;

    PodsView(LivePods pods, Clusters clusters, ObjectProvider<KnownInstallation.Source> installations, Clock clock) {
        this.pods = pods;
        this.clock = clock;
        var live = LiveUpdates.of(this);
        model = new PodsModel(clusters, installations.stream().toList());
        watches = new PodWatches(pods, live, this::heard);
        split = new PodsSplit(pods, model, clock);
        bar = new PodFilterBar(this::change, split.grid());
        live.whileShown(() -> {
            watches.watch(model.scope());
            return watches::close;
        });
        live.whileShown(this::fitToWindow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        model.enter(event.getLocation().getQueryParameters());
        entered();
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
        if (model.known().isEmpty()) {
            add(new Panel(title(), nothingYet()));
            return;
        }
        chip = new FreshnessChip();
        header.actions(chip, together, new PodExport(model));
        var before = split.open();
        split = new PodsSplit(pods, model, clock);
        bar = new PodFilterBar(this::change, split.grid());
        bar.narrow(narrow);
        add(notices, bar, split);
        before.ifPresent(split::open);
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

    /** As wide as the window, also when that changes. */
    private AutoCloseable fitToWindow() {
        var page = UI.getCurrent().getPage();
        var details = page.getExtendedClientDetails();
        if (details != null && details.getWindowInnerWidth() > 0) {
            fit(details.getWindowInnerWidth());
        }
        return page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()))::remove;
    }

    private void fit(int width) {
        narrow = width < NARROW;
        bar.narrow(narrow);
    }

    private void change(PodFilter wanted) {
        var before = model.filter().cluster();
        model.filter(wanted);
        if (!Objects.equals(before, wanted.cluster())) {
            watches.watch(model.scope());
        }
        redraw();
    }

    private void heard(PodSnapshot snapshot) {
        if (model.hear(snapshot)) {
            redraw();
        }
    }

    private void redraw() {
        model.choose();
        split.show();
        bar.show(model.filter(), model.known(), model.installed(), model.namespaces());
        facts();
        PodFreshness.show(chip, model.reachability().values(), clock.instant());
        notices.show(model);
        together.show(model);
    }

    private void facts() {
        var id = model.filter().cluster();
        var shown = model.shown();
        var ready = shown.stream().filter(PodRow::isReady).count();
        var where =
                id == null ? Texts.get("status.fact.all-clusters", model.known().size()) : model.name(id);
        header.facts(where, Texts.get("status.fact.pods", shown.size(), ready));
    }
}
