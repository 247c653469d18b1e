package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.installation.Advice;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

/** A risk of the settings, with one click to take it away or, where a person must say how, the way to the settings. */
final class AdviceLine extends ListItem {
    AdviceLine(Advice advice, Reading reading, boolean mayDecide, PlanActions actions) {
        var lead = new Span(Texts.get("rollout.advice.lead"));
        lead.addClassName("hx-b");
        var text = new Div(lead, new Span(Texts.of(advice.text())));
        if (advice.kind().isOneClick()) {
            text.add(new Span(Texts.of(advice.taken())));
        }
        text.addClassName("hx-notice-line");
        add(Icons.BULB.create(), text);
        if (mayDecide) {
            var kind = advice.kind();
            var take = Layouts.small(
                    Texts.get(kind.isOneClick() ? "rollout.advice.take" : "installation.change"),
                    () -> actions.takeAdvice(kind));
            take.setAriaLabel(Texts.get("rollout.advice.take.label", Texts.get(kind.key() + ".comment")));
            var later = Layouts.link(Texts.get("rollout.advice.later"), () -> {
                reading.adviceLater.add(kind);
                setVisible(false);
            });
            var buttons = new Div(later, take);
            buttons.addClassName("hx-actions");
            add(buttons);
        }
    }
}
