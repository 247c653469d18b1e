package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Stands in for a plan that is being made: what is going on, and for how long already. */
final class PlanningPanel extends Panel {
    PlanningPanel(Installation installation, Planning.State.Running running) {
        super(Texts.get("rollout.planning"));
        addClassName("hx-planning");
        getElement().setAttribute("role", "status");
        var sentence = new Div(
                new StatusLabel(
                        Status.PROGRESSING,
                        Texts.get("rollout.planning.title", installation.latestRevision(), installation.name())),
                new Elapsed().since(running.since()));
        sentence.addClassName("hx-row");
        var what = new Span(Texts.get("rollout.planning.what"));
        what.addClassName("hx-muted");
        padded(sentence, what);
    }
}
