package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One row in depth, going along with the list. */
abstract class LivePanel<R extends LiveRow> extends Aside {
    private final transient Sheet<R> sheet;
    private final transient Clock clock;
    private final StatusLabel state = new StatusLabel(Status.WAITING, "");
    private transient R row;
    private boolean everRead;

    LivePanel(Sheet<R> sheet, Clock clock, R row) {
        this.sheet = sheet;
        this.clock = clock;
        this.row = row;
        addClassNames("hx-panel", "hx-pod-panel");
        getElement().setAttribute("aria-label", sheet.text("panel", row.name()));
        LiveUpdates.of(this);
    }

    /** Reads about the row, not holding the page; what that changes on it, empty when the object is gone. */
    abstract Optional<Runnable> read(R wanted);

    /** The first reading failed. */
    abstract void show(Problem problem);

    /**
     * For the end of the constructor.
     *
     * @param tools what the head offers besides closing
     */
    final void fill(Runnable onClose, List<Component> tools, Component... parts) {
        add(head(onClose, tools));
        add(parts);
        load();
    }

    final R row() {
        return row;
    }

    private Div head(Runnable onClose, List<Component> tools) {
        var name = new H2(sheet.title(row));
        name.addClassNames("hx-mono", "hx-ell");
        name.getElement()
                .setAttribute("title", row.namespace() == null ? row.name() : row.namespace() + "/" + row.name());
        var close = new Button(Icons.CLOSE.create(), click -> onClose.run());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.addClassName("hx-icon-button");
        close.setAriaLabel(Texts.get("status.panel.close"));
        var words = new Div(name, state);
        words.addClassName("hx-pod-title");
        var head = new Div(words);
        head.add(tools);
        head.add(close);
        head.addClassName("hx-pod-head");
        return head;
    }

    /** The list knows something newer of the row, or of its cluster. */
    final void update(R now, Reachability cluster) {
        var changed = !now.equals(row);
        row = now;
        var words = LiveTexts.words(sheet.words(now), cluster, clock.instant());
        state.set(LiveTexts.status(now.reason(), cluster), words);
        if (changed && cluster.isLive()) {
            load();
        }
    }

    final void gone() {
        state.set(Status.WAITING, Texts.get("status.panel.gone"));
    }

    private void load() {
        var wanted = row;
        var live = LiveUpdates.of(this);
        Background.start(() -> {
            try {
                var read = read(wanted);
                live.run("details", () -> read.ifPresentOrElse(this::show, this::gone));
            } catch (ProblemException e) {
                live.run("details", () -> fail(e.problem()));
            }
        });
    }

    private void show(Runnable change) {
        everRead = true;
        change.run();
    }

    private void fail(Problem problem) {
        if (!everRead) {
            show(problem);
        }
    }
}
