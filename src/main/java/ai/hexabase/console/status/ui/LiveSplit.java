package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.status.Snapshot;
import ai.hexabase.console.uikit.Splits;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The rows, and beside them the one that is open, which goes along with the list. */
final class LiveSplit<R extends LiveRow> extends MasterDetailLayout {
    private final transient LiveModel<R> model;
    private final transient BiFunction<R, Runnable, LivePanel<R>> panels;
    private final transient Runnable onOpenOrClose;
    private final LiveGrid<R> grid;
    private transient @Nullable R open;
    private @Nullable LivePanel<R> panel;
    private @Nullable String awaited;

    /**
     * @param panels makes the panel of a row, given how to close it
     * @param onOpenOrClose told when a person opens or closes a row
     */
    LiveSplit(
            Sheet<R> sheet,
            LiveModel<R> model,
            Clock clock,
            BiFunction<R, Runnable, LivePanel<R>> panels,
            Runnable onOpenOrClose) {
        this.model = model;
        this.panels = panels;
        this.onOpenOrClose = onOpenOrClose;
        grid = new LiveGrid<>(sheet, clock, this::openByHand);
        Splits.prepare(this, grid, this::closeByHand);
        Shortcuts.addShortcutListener(this, this::closeByHand, Key.ESCAPE).listenOn(this);
    }

    LiveGrid<R> grid() {
        return grid;
    }

    /** The row that is open now. */
    Optional<R> open() {
        return Optional.ofNullable(open);
    }

    /** Opens the row of this name as soon as it is there. */
    void await(@Nullable String name) {
        awaited = name;
    }

    @Nullable
    String awaited() {
        return awaited;
    }

    private void openByHand(R row) {
        open(row);
        onOpenOrClose.run();
    }

    void open(R row) {
        open = row;
        awaited = null;
        grid.mark(row.key());
        var opened = panels.apply(row, this::closeByHand);
        panel = opened;
        grid.besideDetail(true);
        setDetail(opened);
        model.snapshot(row.cluster()).ifPresent(snapshot -> opened.update(row, snapshot.reachability()));
    }

    private void closeByHand() {
        if (open != null) {
            open = null;
            panel = null;
            grid.mark(null);
            grid.besideDetail(false);
            setDetail(null);
            onOpenOrClose.run();
        }
    }

    /** Shows what the model holds now. */
    void show() {
        grid.show(model.shown(), model.reachability());
        var row = open;
        var shown = panel;
        if (row != null && shown != null) {
            model.snapshot(row.cluster()).ifPresent(snapshot -> update(shown, row, snapshot));
        } else if (awaited != null) {
            var name = awaited;
            model.shown().rows().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .ifPresent(this::open);
        }
    }

    private void update(LivePanel<R> shown, R row, Snapshot<R> snapshot) {
        snapshot.rows().stream()
                .filter(each -> each.uid().equals(row.uid()))
                .findFirst()
                .ifPresentOrElse(
                        now -> {
                            open = now;
                            shown.update(now, snapshot.reachability());
                        },
                        shown::gone);
    }
}
