package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.uikit.Formats;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How many objects a plan deletes, replaces, changes, creates and leaves alone. */
final class PlanCounts extends Div {
    PlanCounts(Plan plan) {
        addClassName("hx-counts");
        for (var action : Action.values()) {
            if (action == Action.REPLACE && plan.count(action) == 0) {
                continue;
            }
            var number = new Span(Formats.number(plan.count(action), 0));
            number.addClassName("hx-b");
            add(new Span(PlanWords.sign(action), number, new Span(PlanWords.done(action))));
        }
    }
}
