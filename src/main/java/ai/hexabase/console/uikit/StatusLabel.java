package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Span;

/** Shape and word of a status in a line or a table cell. */
public final class StatusLabel extends Span {
    private final Span shape = new Span();
    private final Span word = new Span();

    public StatusLabel(Status status, String text) {
        shape.getElement().setAttribute("aria-hidden", "true");
        add(shape, word);
        set(status, text);
    }

    public void set(Status status, String text) {
        setClassName("hx-status " + status.className());
        shape.setClassName("hx-icon " + status.icon().className());
        word.setText(text);
    }
}
