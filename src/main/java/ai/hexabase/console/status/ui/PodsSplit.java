package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.status.PodSnapshot;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pods, and beside them the one that is open, which goes along with the list. */
final class PodsSplit extends MasterDetailLayout {
    private final transient LivePods pods;
    private final transient PodsModel model;
    private final transient Clock clock;
    private final PodGrid grid;
    private transient @Nullable PodRow open;
    private @Nullable PodPanel panel;

    PodsSplit(LivePods pods, PodsModel model, Clock clock) {
        this.pods = pods;
        this.model = model;
        this.clock = clock;
        grid = new PodGrid(clock, this::open);
        addClassName("hx-pods");
        setMasterSize("400px");
        setExpandMaster(true);
        setDetailSize("404px");
        addBackdropClickListener(click -> close());
        addDetailEscapePressListener(press -> close());
        var frame = new Div(grid);
        frame.addClassNames("hx-panel", "hx-fill-panel");
        setMaster(frame);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE).listenOn(this);
    }

    PodGrid grid() {
        return grid;
    }

    /** The pod that is open now. */
    Optional<PodRow> open() {
        return Optional.ofNullable(open);
    }

    void open(PodRow row) {
        open = row;
        grid.mark(row.key());
        var opened = new PodPanel(pods, clock, row, this::close);
        panel = opened;
        grid.besideDetail(true);
        setDetail(opened);
        model.snapshot(row.cluster()).ifPresent(snapshot -> opened.update(row, snapshot.reachability()));
    }

    private void close() {
        open = null;
        panel = null;
        grid.mark(null);
        grid.besideDetail(false);
        setDetail(null);
    }

    /** Shows what the model holds now. */
    void show() {
        grid.show(PodGroup.of(model.shown(), model.filter().grouping()), model.reachability());
        var row = open;
        var shown = panel;
        if (row != null && shown != null) {
            model.snapshot(row.cluster()).ifPresent(snapshot -> update(shown, row, snapshot));
        }
    }

    private void update(PodPanel shown, PodRow row, PodSnapshot snapshot) {
        snapshot.rows().stream()
                .filter(each -> each.key().equals(row.key()) && each.uid().equals(row.uid()))
                .findFirst()
                .ifPresentOrElse(
                        now -> {
                            open = now;
                            shown.update(now, snapshot.reachability());
                        },
                        shown::gone);
    }
}
