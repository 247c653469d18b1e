package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Progress as one field per step, so that it says which step and not only how much. */
public final class PhaseBar extends Div {
    public PhaseBar() {
        addClassName("hx-phases");
        getElement().setAttribute("role", "img");
    }

    /** Shows one field per status, in order; the words are what a screen reader says. */
    public PhaseBar set(List<Status> steps, String words) {
        getElement().setAttribute("aria-label", words);
        while (getComponentCount() > steps.size()) {
            remove(getComponentAt(getComponentCount() - 1));
        }
        while (getComponentCount() < steps.size()) {
            add(new Span());
        }
        for (var i = 0; i < steps.size(); i++) {
            ((Span) getComponentAt(i)).setClassName(steps.get(i).className());
        }
        return this;
    }
}
