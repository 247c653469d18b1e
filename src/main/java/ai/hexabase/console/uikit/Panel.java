package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A flat framed section with a heading; never put one into another. */
public class Panel extends Section {
    private final Header header = new Header();
    private final H2 heading;
    private final Div facts = new Div();

    public Panel(String title) {
        addClassName("hx-panel");
        heading = new H2(title);
        facts.addClassName("hx-panel-facts");
        header.add(heading, facts);
        add(header);
    }

    public Panel(String title, Component... content) {
        this(title);
        add(content);
    }

    public void setTitle(String title) {
        heading.setText(title);
    }

    /** A plain count beside the title. */
    public Panel count(long count) {
        return beside(new StatusTag(Formats.number(count, 0)));
    }

    /** Parts directly after the title. */
    public Panel beside(Component... parts) {
        for (var part : parts) {
            header.addComponentAtIndex(header.getComponentCount() - 1, part);
        }
        return this;
    }

    /** Replaces the facts, links or small buttons at the right of the header. */
    public Panel facts(Component... parts) {
        facts.removeAll();
        facts.add(parts);
        return this;
    }

    public Panel facts(String text) {
        return facts(new Span(text));
    }

    /** Adds content with the panel's own padding. */
    public Panel padded(Component... content) {
        var pad = new Div(content);
        pad.addClassName("hx-pad");
        add(pad);
        return this;
    }
}
