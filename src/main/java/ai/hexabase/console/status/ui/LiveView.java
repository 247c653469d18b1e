package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.status.Snapshot;
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
import com.vaadin.flow.router.Location;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A list of what is in clusters right now, from watches; an unreachable cluster keeps its last known rows and says so.
 * What is shown stands in the address.
 */
abstract class LiveView<R extends LiveRow> extends Page implements BeforeEnterObserver {
    private static final int NARROW = 1100;

    final transient Sheet<R> sheet;
    final transient LiveObjects objects;
    final transient Clock clock;
    private final transient LiveModel<R> model;
    private final transient LiveWatches<R> watches;
    private final LiveNotices notices = new LiveNotices();
    private FreshnessChip chip = new FreshnessChip();
    private PageHeader header = new PageHeader("");
    private LiveTabs tabs;
    private LiveSplit<R> split;
    private LiveFilterBar bar;
    private boolean narrow;

    LiveView(
            Sheet<R> sheet,
            LiveObjects objects,
            Clusters clusters,
            ObjectProvider<KnownInstallation.Source> installations,
            Clock clock) {
        this.sheet = sheet;
        this.objects = objects;
        this.clock = clock;
        var live = LiveUpdates.of(this);
        model = new LiveModel<>(sheet, clusters, installations.stream().toList());
        watches = new LiveWatches<>(sheet.kind(), objects, live, this::heard);
        tabs = new LiveTabs(sheet);
        split = split();
        bar = new LiveFilterBar(sheet, this::change, split.grid());
        live.whileShown(() -> {
            watches.watch(model.scope());
            return watches::close;
        });
        live.whileShown(this::fitToWindow);
    }

    private LiveSplit<R> split() {
        var made = new LiveSplit<>(sheet, model, clock, this::panel, this::address);
        made.grid().onSort(order -> change(model.filter().sorted(order)));
        return made;
    }

    /** What is told of one row beside the list. */
    LivePanel<R> panel(R row, Runnable onClose) {
        return new ObjectPanel<>(sheet, objects, clock, row, onClose);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var link = event.getLocation().getQueryParameters();
        model.enter(link);
        split.await(link.getSingleParameter(LiveAddress.OPEN).orElse(null));
        entered();
    }

    @Override
    protected String title() {
        return sheet.text("title");
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
        header.actions(actions());
        var before = split;
        split = split();
        split.await(before.awaited());
        tabs = new LiveTabs(sheet);
        bar = new LiveFilterBar(sheet, this::change, split.grid());
        bar.narrow(narrow);
        add(tabs, notices, bar, split);
        before.open().ifPresent(split::open);
        redraw();
    }

    private Component[] actions() {
        return Stream.of(Stream.of(chip), more().stream(), Stream.of(new LiveExport(sheet, model)))
                .flatMap(part -> part)
                .toArray(Component[]::new);
    }

    /** What can be done with the rows shown, besides taking them along. */
    List<Component> more() {
        return List.of();
    }

    /** Other rows are shown now. */
    void shown(LiveModel<R> now) {}

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

    private void change(LiveFilter wanted) {
        var before = model.filter().cluster();
        model.filter(wanted);
        if (!Objects.equals(before, wanted.cluster())) {
            watches.watch(model.scope());
        }
        address();
        redraw();
    }

    private void address() {
        var open = split.open().map(LiveRow::name).orElse(null);
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(sheet.path(), LiveAddress.write(model.filter(), sheet, open)));
    }

    private void heard(Snapshot<R> snapshot) {
        if (model.hear(snapshot)) {
            redraw();
        }
    }

    private void redraw() {
        model.choose();
        split.show();
        tabs.show(model.filter());
        bar.show(model.filter(), model.known(), model.installed(), model.namespaces());
        facts();
        LiveFreshness.show(chip, model.reachability().values(), clock.instant());
        notices.show(model);
        shown(model);
    }

    private void facts() {
        var id = model.filter().cluster();
        var shown = model.shown();
        var where =
                id == null ? Texts.get("status.fact.all-clusters", model.known().size()) : model.name(id);
        header.facts(
                where,
                model.isComplete()
                        ? sheet.text("count", shown.size(), shown.ready())
                        : Texts.get("status.fact.reading", shown.size()));
    }
}
