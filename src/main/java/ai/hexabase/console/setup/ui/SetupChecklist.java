package ai.hexabase.console.setup.ui;

import ai.hexabase.console.setup.SetupSteps;
import ai.hexabase.console.setup.StepState;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OverviewPanel;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.SetupStep.Standing;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;

/** What the first-time setup left open, on the home screen of administrators. */
@org.springframework.stereotype.Component
class SetupChecklist implements OverviewPanel {
    private final SetupSteps steps;

    SetupChecklist(SetupSteps steps) {
        this.steps = steps;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Place place() {
        return Place.FIRST;
    }

    @Override
    public Optional<Component> build() {
        var left = steps.checklist();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("hx-checklist");
        left.forEach(state -> list.add(line(state)));
        return Optional.of(new Panel(Texts.get("setup.checklist"), list)
                .count(left.size())
                .facts(Layouts.link(Texts.get("setup.checklist.hide"), this::hide)));
    }

    private static ListItem line(StepState state) {
        var name = Texts.get("setup." + state.id() + ".name");
        var remark = new Span(
                state.skipped() && state.standing() == Standing.OPEN
                        ? Texts.get("setup.skipped")
                        : Texts.of(state.line()));
        remark.addClassName("hx-remark");
        var open = new Anchor(SetupStep.path(state.id()), Texts.get("setup.checklist.open"));
        open.setRouterIgnore(false);
        open.setAriaLabel(Texts.get("setup.checklist.open-of", name));
        var status = state.standing() == Standing.LOOSE ? Status.WARNING : Status.WAITING;
        return new ListItem(status.shape(), new Div(new Span(name), remark), open);
    }

    private void hide() {
        steps.hideChecklist();
        UI.getCurrent().refreshCurrentRoute(false);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return steps.onChange(listener);
    }
}
