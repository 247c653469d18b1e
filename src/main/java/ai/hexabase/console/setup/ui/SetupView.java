package ai.hexabase.console.setup.ui;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.setup.SetupSteps;
import ai.hexabase.console.setup.StepState;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.SetupStep.Standing;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.WizardShell;
import ai.hexabase.console.uikit.WizardStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first-time setup: one step after the other, each with its own link; may be left and taken up at any time. What
 * the steps are made of is named here, for the browser loads by screen and the steps come from elsewhere.
 */
@Route(SetupStep.PLACE + "/:step?([a-z]{1,19})")
@RolesAllowed("ADMIN")
@Uses(Details.class)
@Uses(Dialog.class)
@Uses(Elapsed.class)
@Uses(FormLayout.class)
@Uses(Grid.class)
@Uses(IntegerField.class)
@Uses(MultiSelectComboBox.class)
@Uses(PasswordField.class)
@Uses(RadioButtonGroup.class)
@Uses(Select.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(Upload.class)
class SetupView extends Page implements BeforeEnterObserver {
    private final transient SetupSteps steps;
    private final Div notices = new Div();
    private String id = "";
    private WizardShell shell = new WizardShell("");
    private transient @Nullable SetupPart part;
    private transient List<WizardStep> shownSteps = List.of();
    private transient List<Component> shownAside = List.of();

    SetupView(SetupSteps steps) {
        this.steps = steps;
        notices.addClassName("hx-setup-notices");
        edgeToEdge();
        var live = LiveUpdates.of(this);
        live.whileShown(() -> steps.onChange(() -> live.run("setup", this::refresh)));
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = steps.reachable(event.getRouteParameters().get("step").orElse(""));
        notices.removeAll();
        entered();
    }

    @Override
    protected String title() {
        return Texts.get("setup.title");
    }

    @Override
    protected void build() {
        shell = new WizardShell(Texts.get("setup.steps"));
        shell.addClassName("hx-setup");
        shell.note(Texts.get("setup.note"));
        shell.later().setText(Texts.get("setup.skip"));
        shell.later().addClickListener(click -> attempt(this::skip));
        shell.back().addClickListener(click -> open(neighbour(-1)));
        shell.next().addClickListener(click -> attempt(this::next));
        var opened = steps.open(id, this::refresh);
        part = opened;
        shownSteps = List.of();
        shownAside = List.of();
        var parts = new ArrayList<Component>();
        parts.add(notices);
        parts.addAll(opened.parts());
        shell.content(
                Texts.get("setup." + id + ".title"),
                Texts.get("setup." + id + ".lead"),
                parts.toArray(Component[]::new));
        add(shell);
        refresh();
    }

    private StepState step(List<StepState> all) {
        return all.stream().filter(state -> state.id().equals(id)).findFirst().orElseThrow();
    }

    private void refresh() {
        var shown = part;
        if (shown == null) {
            return;
        }
        shown.refresh();
        var all = steps.all();
        showSteps(all.stream().map(state -> step(state, all)).toList());
        showAside(shown.aside());
        shell.progress(Texts.get(
                "setup.progress", all.stream().filter(StepState::isDone).count(), all.size()));
        shell.back().setVisible(all.indexOf(step(all)) > 0);
        shell.later().setVisible(step(all).standing() == Standing.OPEN);
        var missing = shown.missing();
        shell.reason(missing);
        shell.next().setText(shown.next());
        shell.next().setEnabled(missing.isEmpty());
        shell.draftKept(steps.keptAt()
                .map(at -> Texts.get("setup.kept", Formats.seconds(at, ReaderZone.get())))
                .orElse(""));
    }

    /** Only when something changed: what is built anew loses the focus. */
    private void showSteps(List<WizardStep> now) {
        if (!now.equals(shownSteps)) {
            shownSteps = now;
            shell.steps(now);
        }
    }

    private void showAside(List<Component> now) {
        if (!now.equals(shownAside)) {
            shownAside = now;
            shell.consequences(now.toArray(Component[]::new));
        }
    }

    private WizardStep step(StepState state, List<StepState> all) {
        var open = all.stream().takeWhile(other -> other != state).allMatch(StepState::isBehind);
        var line = state.skipped() && state.standing() == Standing.OPEN
                ? Texts.get("setup.skipped")
                : Texts.of(state.line());
        return new WizardStep(
                Texts.get("setup." + state.id() + ".name"),
                line,
                state.isDone(),
                state.id().equals(id),
                open ? SetupStep.path(state.id()) : "");
    }

    private void skip() {
        steps.skip(id);
        open(neighbour(1));
    }

    private void next() {
        var shown = part;
        if (shown != null) {
            shown.goOn(() -> attempt(this::pass));
            refresh();
        }
    }

    private void pass() {
        steps.pass(id);
        open(neighbour(1));
    }

    /** Empty beyond the last one. */
    private String neighbour(int direction) {
        var ids = steps.all().stream().map(StepState::id).toList();
        var at = ids.indexOf(id) + direction;
        return at < ids.size() ? ids.get(at) : "";
    }

    private static void open(String step) {
        UI.getCurrent().navigate(step.isEmpty() ? "" : SetupStep.path(step));
    }

    private void attempt(Runnable act) {
        try {
            notices.removeAll();
            act.run();
        } catch (ProblemException refused) {
            notices.add(new ProblemNotice(refused.problem()));
        }
    }
}
