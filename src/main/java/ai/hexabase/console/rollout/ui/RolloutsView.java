package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.PhaseBar;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** All rollouts, the newest first. */
@Route(RolloutLinks.LIST)
@Menu(order = 20, title = "rollout.menu", icon = "ROLLOUT")
@PermitAll
@StyleSheet("context://styles/rollout.css")
class RolloutsView extends Page {
    private final transient Rollouts rollouts;
    private final transient Clock clock;
    private final PageHeader header = new PageHeader("");
    private Grid<Rollout> grid = new Grid<>();
    private boolean empty = true;

    RolloutsView(Rollouts rollouts, Clock clock) {
        this.rollouts = rollouts;
        this.clock = clock;
        var live = LiveUpdates.of(this);
        live.whileShown(() -> rollouts.subscribe(() -> live.run("rollouts", this::refresh)));
    }

    @Override
    protected String title() {
        return Texts.get("rollout.menu");
    }

    @Override
    protected void build() {
        fillHeight();
        empty = rollouts.count() == 0;
        header.title(title());
        add(header);
        if (empty) {
            add(new Panel(title(), nothingYet()));
        } else {
            grid = grid();
            var frame = new Div(grid);
            frame.addClassNames("hx-panel", "hx-fill-panel");
            add(frame);
        }
        facts();
    }

    private void refresh() {
        if (empty) {
            rebuild();
        } else {
            grid.getDataProvider().refreshAll();
            facts();
        }
    }

    private void facts() {
        var unfinished = rollouts.unfinished();
        var running = unfinished.stream()
                .filter(rollout -> rollout.state().isActive())
                .count();
        header.facts(Texts.get("rollout.list.facts", rollouts.count(), running, unfinished.size() - running));
    }

    private Component nothingYet() {
        return new EmptyState(
                Icons.ROLLOUT,
                Texts.get("rollout.empty.title"),
                Texts.get("rollout.empty.text"),
                Layouts.primary(
                        Texts.get("rollout.empty.action"),
                        () -> getUI().ifPresent(ui -> ui.navigate("installations"))));
    }

    private Grid<Rollout> grid() {
        var table = Layouts.dense(new Grid<Rollout>());
        table.setDataProvider(DataProvider.fromCallbacks(
                query -> rollouts.list(query.getOffset(), query.getLimit()).stream(), query -> rollouts.count()));
        column(table, "rollout", rollout -> link(rollout)).setWidth("150px").setFlexGrow(0);
        column(table, "state", RolloutWords::label).setWidth("230px").setFlexGrow(0);
        table.addColumn(Rollout::installationName)
                .setHeader(Texts.get("rollout.column.installation"))
                .setFlexGrow(1);
        table.addColumn(Rollout::revision)
                .setHeader(Texts.get("rollout.column.revision"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        table.addColumn(Rollout::clusterName)
                .setHeader(Texts.get("rollout.column.cluster"))
                .setFlexGrow(1);
        column(table, "started", this::started).setWidth("130px").setFlexGrow(0);
        column(table, "duration", this::duration)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        column(table, "progress", RolloutsView::progress).setWidth("200px").setFlexGrow(0);
        table.setSelectionMode(Grid.SelectionMode.NONE);
        table.addItemClickListener(click -> getUI().ifPresent(
                        ui -> ui.navigate(RolloutLinks.rollout(click.getItem().id()))));
        return table;
    }

    private static Grid.Column<Rollout> column(
            Grid<Rollout> table, String key, ValueProvider<Rollout, Component> cell) {
        return table.addComponentColumn(cell).setHeader(Texts.get("rollout.column." + key));
    }

    private static Component link(Rollout rollout) {
        var link = new Anchor(RolloutLinks.rollout(rollout.id()), Texts.get("rollout.title", rollout.number()));
        link.setRouterIgnore(false);
        link.addClassName("hx-name");
        return link;
    }

    private Component started(Rollout rollout) {
        var zone = ReaderZone.get();
        var when = new Span(Formats.when(rollout.startedAt(), clock.instant(), zone));
        when.getElement().setAttribute("title", Formats.exact(rollout.startedAt(), zone) + " " + rollout.startedBy());
        return when;
    }

    private Component duration(Rollout rollout) {
        return rollout.state().isActive()
                ? new Elapsed().since(rollout.startedAt())
                : new Span(Formats.took(RolloutWords.took(rollout, clock.instant())));
    }

    private static Component progress(Rollout rollout) {
        return new PhaseBar()
                .set(
                        RolloutWords.statuses(rollout),
                        Texts.get(
                                "rollout.progress",
                                rollout.stepsDone(),
                                rollout.steps().size()));
    }
}
