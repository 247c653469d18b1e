package ai.hexabase.console.datastore.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.datastore.CheckReport;
import ai.hexabase.console.datastore.Datastores;
import ai.hexabase.console.datastore.MoveState;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import org.jspecify.annotations.Nullable;

/** Moves the console to an external database: its address, what a look there finds, and how the move goes on. */
public final class DatabasePanel extends Div implements LocaleChangeObserver {
    private final transient Datastores datastores;
    private final transient Runnable onMoved;
    private final Div entry = new Div();
    private final Div outcome = new Div();
    private ExternalForm form = new ExternalForm(this::changed);
    private Button move = new Button();
    private final MoveProgress progress = new MoveProgress();
    private transient @Nullable ExternalDatabase checked;
    private transient @Nullable CheckReport report;
    private boolean told;

    /** @param onMoved called on the page when a move has ended well */
    public DatabasePanel(Datastores datastores, Runnable onMoved) {
        this.datastores = datastores;
        this.onMoved = onMoved;
        addClassNames("hx-col", "hx-datastore");
        entry.addClassName("hx-col");
        outcome.addClassName("hx-datastore-outcome");
        outcome.getElement().setAttribute("aria-live", "polite");
        var live = LiveUpdates.of(this);
        live.whileShown(() -> datastores.listen(() -> live.run("move", this::showMove)));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        draw();
    }

    private void draw() {
        var entered = form;
        var known = report;
        var of = checked;
        form = new ExternalForm(this::changed);
        form.fill(entered);
        removeAll();
        entry.removeAll();
        outcome.removeAll();
        add(new Paragraph(Texts.get(datastores.isMovable() ? "datastore.lead" : "datastore.lead.moved")));
        if (datastores.isMovable()) {
            addForm();
        }
        var parts = new Div(entry, outcome);
        parts.addClassName("hx-datastore-parts");
        add(parts);
        if (known == null || of == null) {
            showMove();
        } else {
            found(of, known);
        }
    }

    private void addForm() {
        move = Layouts.primary(Texts.get("datastore.move"), () -> FreshSignIn.before(this::ask));
        move.setId("datastore-move");
        move.setEnabled(false);
        var check = Layouts.plain(Texts.get("datastore.check"), this::check);
        check.setId("datastore-check");
        add(new PreparationHelp());
        entry.add(form, Layouts.row(check, move));
    }

    /** What was looked at is not what is entered any more. */
    private void changed() {
        checked = null;
        report = null;
        move.setEnabled(false);
        outcome.removeAll();
    }

    private void check() {
        form.entered().ifPresent(external -> {
            changed();
            show(new StatusLabel(Status.PROGRESSING, Texts.get("datastore.checking")));
            Background.run(
                    LiveUpdates.of(this),
                    "check",
                    () -> datastores.check(external),
                    found -> found(external, found),
                    problem -> show(new ProblemNotice(problem)));
        });
    }

    private void found(ExternalDatabase external, CheckReport found) {
        checked = external;
        report = found;
        show(new FindingsList(found));
        bringIntoSight();
        move.setEnabled(found.fits());
    }

    private void ask() {
        var external = checked;
        if (external == null) {
            return;
        }
        new TypedConfirmation(
                        Texts.get("datastore.move.title"),
                        external.database(),
                        Texts.get("datastore.move.confirm"),
                        () -> begin(external))
                .kept(Texts.get("datastore.move.kept"))
                .note(Texts.get("datastore.move.waits"))
                .note(Texts.get("datastore.move.back"))
                .open();
    }

    private void begin(ExternalDatabase external) {
        told = false;
        checked = null;
        report = null;
        show(new StatusLabel(Status.PROGRESSING, Texts.get("datastore.checking")));
        bringIntoSight();
        Background.run(
                LiveUpdates.of(this),
                "begin",
                () -> start(external),
                begun -> showMove(),
                problem -> show(new ProblemNotice(problem)));
    }

    private boolean start(ExternalDatabase external) {
        datastores.startMove(external);
        return true;
    }

    private void showMove() {
        try {
            datastores.move().ifPresent(this::show);
        } catch (ProblemException noRight) {
            Problem why = noRight.problem();
            show(new ProblemNotice(why));
        }
    }

    private void show(MoveState state) {
        progress.show(state);
        show(progress);
        entry.setVisible(!state.isRunning() && state.moved() == null);
        move.setEnabled(false);
        if (state.moved() != null && !told) {
            told = true;
            draw();
            onMoved.run();
        }
    }

    /** Where the window is narrow it stands below the form. */
    private void bringIntoSight() {
        outcome.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void show(Component part) {
        if (!part.getParent().filter(outcome::equals).isPresent()) {
            outcome.removeAll();
            outcome.add(part);
        }
    }
}
