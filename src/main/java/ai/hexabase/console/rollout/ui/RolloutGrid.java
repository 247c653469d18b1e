package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.PhaseBar;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import java.time.Clock;

/** Rollouts side by side, read as far as somebody scrolls. */
final class RolloutGrid extends Grid<Rollout> {
    private final transient Clock clock;

    RolloutGrid(Rollouts rollouts, Clock clock) {
        this.clock = clock;
        Layouts.dense(this);
        setDataProvider(DataProvider.fromCallbacks(
                query -> rollouts.list(query.getOffset(), query.getLimit()).stream(), query -> rollouts.count()));
        fixed(addComponentColumn(RolloutGrid::link), "rollout", "150px");
        fixed(addComponentColumn(RolloutWords::label), "state", "230px");
        wide(addColumn(Rollout::installationName), "installation");
        fixed(addColumn(Rollout::revision), "revision", "100px").setTextAlign(ColumnTextAlign.END);
        wide(addColumn(Rollout::clusterName), "cluster");
        fixed(addComponentColumn(this::started), "started", "130px");
        fixed(addComponentColumn(this::duration), "duration", "120px").setTextAlign(ColumnTextAlign.END);
        fixed(addComponentColumn(RolloutGrid::progress), "progress", "200px");
        setSelectionMode(SelectionMode.NONE);
        addItemClickListener(click -> getUI().ifPresent(
                        ui -> ui.navigate(RolloutLinks.rollout(click.getItem().id()))));
    }

    private static Column<Rollout> fixed(Column<Rollout> column, String key, String width) {
        return column.setHeader(header(key)).setWidth(width).setFlexGrow(0);
    }

    private static void wide(Column<Rollout> column, String key) {
        column.setHeader(header(key)).setFlexGrow(1);
    }

    private static String header(String key) {
        return Texts.get("rollout.column." + key);
    }

    private static Component link(Rollout rollout) {
        return Layouts.nameLink(RolloutLinks.rollout(rollout.id()), RolloutWords.title(rollout));
    }

    private Component started(Rollout rollout) {
        var zone = ReaderZone.get();
        var when = new Span(Formats.when(rollout.startedAt(), clock.instant(), zone));
        when.getElement().setAttribute("title", Formats.exact(rollout.startedAt(), zone) + " " + rollout.startedBy());
        return when;
    }

    private Component duration(Rollout rollout) {
        return rollout.state().isActive()
                ? new Elapsed().since(RolloutWords.countedFrom(rollout))
                : new Span(Formats.took(rollout.took(clock.instant())));
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
