package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The list of a wizard's steps, and the same in one line for narrow windows. */
final class WizardSteps extends Nav {
    private final OrderedList list = new OrderedList();
    private final Div line = new Div();
    private final Span progress = new Span();
    private final Paragraph note = new Paragraph();

    WizardSteps(String title) {
        addClassName("hx-wizard-steps");
        line.addClassName("hx-wizard-line");
        getElement().setAttribute("aria-label", title);
        progress.addClassName("hx-wizard-progress");
        note.addClassName("hx-wizard-note");
        note.setVisible(false);
        add(new H2(new Span(title), progress), list, note);
    }

    void progress(String words) {
        progress.setText(words);
    }

    void note(String words) {
        note.setText(words);
        note.setVisible(!words.isEmpty());
    }

    Div line() {
        return line;
    }

    void set(List<WizardStep> steps) {
        list.removeAll();
        for (var i = 0; i < steps.size(); i++) {
            list.add(item(i + 1, steps.get(i)));
        }
        line.removeAll();
        for (var i = 0; i < steps.size(); i++) {
            if (steps.get(i).current()) {
                fillLine(i, steps);
            }
        }
    }

    private void fillLine(int at, List<WizardStep> steps) {
        var step = steps.get(at);
        var words = Texts.get("uikit.wizard.line", at + 1, steps.size(), step.name());
        var name = new Span(words);
        name.addClassName("hx-wizard-line-name");
        var bar = new PhaseBar().set(steps.stream().map(WizardSteps::status).toList(), words);
        var chosen = new Span(step.chosen());
        chosen.addClassName("hx-wizard-line-chosen");
        line.add(name, bar, chosen);
    }

    private static Status status(WizardStep step) {
        return step.current() ? Status.PROGRESSING : step.done() ? Status.OK : Status.WAITING;
    }

    private static ListItem item(int number, WizardStep step) {
        var text = new Div(new Span(step.name()));
        if (!step.chosen().isEmpty()) {
            var chosen = new Span(step.chosen());
            chosen.addClassName("hx-wizard-chosen");
            text.add(chosen);
        }
        var item = new ListItem(
                step.path().isEmpty() || step.current() ? row(number, step, text) : link(number, step, text));
        if (step.current()) {
            item.getElement().setAttribute("aria-current", "step");
        }
        item.setClassName("hx-done", step.done());
        return item;
    }

    private static Component link(int number, WizardStep step, Div text) {
        var link = new Anchor(step.path(), mark(number, step), text);
        link.setRouterIgnore(false);
        return link;
    }

    private static Component row(int number, WizardStep step, Div text) {
        return new Div(mark(number, step), text);
    }

    private static Span mark(int number, WizardStep step) {
        var mark = step.done() && !step.current() ? Status.OK.shape() : new Span(String.valueOf(number));
        mark.addClassName("hx-wizard-number");
        return mark;
    }
}
