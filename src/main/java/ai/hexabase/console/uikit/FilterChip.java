package ai.hexabase.console.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;

/** A filter as a button: its name, its value in bold, and whether it narrows what is shown. */
public final class FilterChip extends Button {
    private final Span name = new Span();
    private final Span value = new Span();

    public FilterChip(String label, String shown) {
        addClassName("hx-chip");
        value.addClassName("hx-chip-value");
        var words = new Span(name, value);
        words.addClassName("hx-chip-words");
        getElement().appendChild(words.getElement());
        set(label, shown, false);
    }

    /** An active chip is framed in the accent colour and carries a cross instead of an arrow. */
    public FilterChip set(String label, String shown, boolean active) {
        name.setText(label);
        value.setText(shown);
        setClassName("hx-on", active);
        setSuffixComponent((active ? Icons.CLOSE : Icons.CHEVRON_DOWN).create());
        return this;
    }
}
