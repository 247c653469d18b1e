package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.preflight.Check;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The checks before a rollout that found nothing, hidden until somebody asks for them. */
final class PassedChecks extends UnorderedList {
    private final transient Reading reading;
    private final Button toggle;

    PassedChecks(List<Check> passed, Reading reading) {
        this.reading = reading;
        addClassName("hx-checks");
        passed.forEach(
                check -> add(new ListItem(new Span(Texts.of(check.title())), new Span(Texts.of(check.observed())))));
        toggle = Layouts.link("", this::turn);
        show();
    }

    /** Shows and hides them; stands beside them. */
    Button toggle() {
        return toggle;
    }

    private void turn() {
        reading.checks = !reading.checks;
        show();
    }

    private void show() {
        setVisible(reading.checks);
        toggle.setText(Texts.get(reading.checks ? "rollout.check.hide" : "rollout.check.show"));
    }
}
