package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * The frame of a wizard: steps left with what was chosen, the question, consequences right, and a footer that stays:
 * Back, when the draft was kept, Later, Next.
 */
public final class WizardShell extends Div {
    private final WizardSteps steps;
    private final Div inner = new Div();
    private final Aside consequences = new Aside();
    private final Div consequenceBar = new Div();
    private final Button back = new Button(Texts.get("uikit.wizard.back"));
    private final Button later = new Button(Texts.get("uikit.wizard.later"));
    private final Button next = new Button(Texts.get("uikit.wizard.next"));
    private final Span draft = new Span();
    private final Span reason = new Span();

    public WizardShell(String title) {
        addClassNames("hx-wizard", "hx-no-consequences");
        steps = new WizardSteps(title);
        inner.addClassName("hx-wizard-inner");
        consequences.addClassName("hx-wizard-consequences");
        consequences.setVisible(false);
        consequenceBar.addClassName("hx-wizard-consequence-bar");
        consequenceBar.setVisible(false);
        var scroll = new Div(inner);
        scroll.addClassName("hx-wizard-scroll");
        var body = new Div(scroll, consequenceBar, footer());
        body.addClassName("hx-wizard-body");
        add(steps, steps.line(), body, consequences);
    }

    public WizardShell steps(List<WizardStep> list) {
        steps.set(list);
        return this;
    }

    /** How far the whole is, beside the title of the steps. */
    public WizardShell progress(String words) {
        steps.progress(words);
        return this;
    }

    /** What holds for all steps, below their list. */
    public WizardShell note(String words) {
        steps.note(words);
        return this;
    }

    /** Replaces the question: its title, the sentence below, and the parts. */
    public WizardShell content(String title, String lead, Component... parts) {
        inner.removeAll();
        inner.add(new H1(title));
        if (!lead.isEmpty()) {
            var sentence = new Paragraph(lead);
            sentence.addClassName("hx-lead");
            inner.add(sentence);
        }
        inner.add(parts);
        return this;
    }

    /** Replaces what follows from the answers so far; no parts hide the column. */
    public WizardShell consequences(Component... parts) {
        consequences.removeAll();
        consequences.add(parts);
        consequences.setVisible(parts.length > 0);
        setClassName("hx-no-consequences", parts.length == 0);
        return this;
    }

    /** The most important consequence in one line, shown above the footer where the column has no room. */
    public WizardShell consequenceLine(Status status, String text, Component... actions) {
        consequenceBar.removeAll();
        consequenceBar.setClassName("hx-wizard-consequence-bar " + status.className());
        consequenceBar.add(status.icon().create(), new Span(text));
        consequenceBar.add(actions);
        consequenceBar.setVisible(!text.isEmpty());
        return this;
    }

    public Button back() {
        return back;
    }

    public Button later() {
        return later;
    }

    public Button next() {
        return next;
    }

    /** When the draft was last kept, in words. */
    public void draftKept(String words) {
        draft.setText(words);
    }

    /** Why Next is off, or what remains to do; stands beside the button. */
    public void reason(String words) {
        reason.setText(words);
    }

    private Footer footer() {
        next.addThemeVariants(ButtonVariant.PRIMARY);
        later.addThemeVariants(ButtonVariant.TERTIARY);
        later.addClassName("hx-link");
        draft.addClassName("hx-wizard-draft");
        reason.addClassName("hx-wizard-reason");
        reason.getElement().setAttribute("aria-live", "polite");
        var footer = new Footer(back, draft, reason, later, next);
        footer.addClassName("hx-wizard-footer");
        return footer;
    }
}
