package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** Title, one line of facts, and at the right the actions, one primary at most. */
public final class PageHeader extends Div {
    private final H1 heading;
    private final Div facts = new Div();
    private final Div actions = new Div();

    public PageHeader(String title) {
        addClassName("hx-page-header");
        heading = new H1(title);
        facts.addClassName("hx-page-facts");
        actions.addClassName("hx-page-actions");
        add(new Div(heading, facts), actions);
    }

    public PageHeader title(String title) {
        heading.setText(title);
        return this;
    }

    /** Replaces the line of facts. */
    public PageHeader facts(Component... parts) {
        facts.removeAll();
        facts.add(parts);
        return this;
    }

    /** Replaces the line of facts. */
    public PageHeader facts(String... texts) {
        facts.removeAll();
        for (var text : texts) {
            facts.add(new Span(text));
        }
        return this;
    }

    /** Replaces the freshness chip and buttons at the right. */
    public PageHeader actions(Component... parts) {
        actions.removeAll();
        actions.add(parts);
        return this;
    }
}
