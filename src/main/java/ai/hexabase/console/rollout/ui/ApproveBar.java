package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;

/** Stays at the bottom: whether the plan can be approved, why not, and the way back. */
final class ApproveBar extends Div {
    /**
     * @param reasons why it is off, worst first; empty when it is on
     * @param link to what keeps it off
     * @param back the way back
     */
    ApproveBar(List<String> reasons, Optional<Component> link, Component back, Runnable start) {
        addClassName("hx-approve");
        var approve = new Button(Texts.get("rollout.approve"), click -> start.run());
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (reasons.isEmpty()) {
            add(new StatusLabel(Status.OK, Texts.get("rollout.approve.ready")));
        } else {
            Rights.off(approve, String.join(" ", reasons));
            approve.setPrefixComponent(Icons.LOCK.create());
            add(first(reasons.getFirst()));
            reasons.stream().skip(1).forEach(reason -> add(muted(reason, "hx-muted")));
        }
        link.ifPresent(this::add);
        var end = new Div(back, approve);
        end.addClassName("hx-end");
        add(end);
    }

    private static StatusLabel first(String reason) {
        var label = new StatusLabel(Status.FAILED, reason);
        label.addClassName("hx-b");
        return label;
    }

    private static Span muted(String text, String className) {
        var span = new Span(text);
        span.addClassNames("hx-muted", className);
        return span;
    }
}
