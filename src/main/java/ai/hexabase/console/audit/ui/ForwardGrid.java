package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.ForwardTarget;
import ai.hexabase.console.uikit.Cells;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The targets: how each receives, how it is doing, how far behind it is. */
final class ForwardGrid extends Grid<ForwardTarget> {
    private final transient Clock clock;
    private long end;

    /** @param actions what can be done with a target */
    ForwardGrid(Clock clock, Function<ForwardTarget, Component> actions) {
        this.clock = clock;
        Layouts.whole(this);
        addComponentColumn(target -> Cells.text(target.name()))
                .setHeader(header("name"))
                .setFlexGrow(2);
        addComponentColumn(target -> Cells.text(ForwardWords.kind(target.kind())))
                .setHeader(header("kind"))
                .setWidth("130px")
                .setFlexGrow(0);
        addComponentColumn(target -> Cells.text(target.address()))
                .setHeader(header("address"))
                .setFlexGrow(3);
        addComponentColumn(target -> new StatusLabel(
                        ForwardWords.status(target, behind(target)), ForwardWords.state(target, behind(target))))
                .setHeader(header("state"))
                .setWidth("150px")
                .setFlexGrow(0);
        addColumn(target -> Formats.number(behind(target), 0))
                .setHeader(header("behind"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
        addComponentColumn(this::success)
                .setHeader(header("success"))
                .setWidth("130px")
                .setFlexGrow(0);
        addComponentColumn(actions::apply)
                .setHeader(header("actions"))
                .setWidth("100px")
                .setFlexGrow(0);
    }

    private static String header(String key) {
        return Texts.get("audit.forward." + key);
    }

    private long behind(ForwardTarget target) {
        return Math.max(0, end - target.progress().position());
    }

    private Component success(ForwardTarget target) {
        var at = target.progress().succeededAt();
        return at == null ? new Span(Texts.get("audit.forward.success.never")) : Cells.when(at, clock);
    }

    /** @param newEnd the last entry on record */
    void show(List<ForwardTarget> targets, long newEnd) {
        end = newEnd;
        setItems(targets);
    }
}
