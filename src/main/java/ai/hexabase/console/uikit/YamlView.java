package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A text with line numbers, read-only, in the machine's face. */
public final class YamlView extends Div {
    public YamlView(String text) {
        addClassNames("hx-diff", "hx-yaml");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "YAML");
        set(text);
    }

    public void set(String text) {
        removeAll();
        var number = 0;
        for (var line : text.stripTrailing().lines().toList()) {
            var row = new Div(new Span(String.valueOf(++number)), new Span(line));
            row.addClassName("hx-diff-line");
            add(row);
        }
    }
}
