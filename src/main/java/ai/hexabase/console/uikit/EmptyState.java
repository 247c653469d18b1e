package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What this place is for and what to do first. */
public final class EmptyState extends Div {
    public EmptyState(Icons icon, String title, String text, Component... actions) {
        addClassName("hx-empty");
        var picture = new Span(icon.create());
        picture.addClassName("hx-empty-picture");
        var heading = new Div(title);
        heading.addClassName("hx-empty-title");
        var sentence = new Div(text);
        sentence.addClassName("hx-empty-text");
        add(picture, heading, sentence);
        if (actions.length > 0) {
            var buttons = new Div(actions);
            buttons.addClassName("hx-empty-actions");
            add(buttons);
        }
    }
}
