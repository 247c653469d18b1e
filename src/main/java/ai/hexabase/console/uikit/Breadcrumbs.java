package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Where I am, with links back. */
public final class Breadcrumbs extends Nav {
    public Breadcrumbs() {
        addClassName("hx-crumbs");
    }

    public void set(List<Crumb> above, String here) {
        getElement().setAttribute("aria-label", Texts.get("uikit.crumbs"));
        removeAll();
        for (var crumb : above) {
            var link = new Anchor(crumb.path(), crumb.text());
            link.setRouterIgnore(false);
            add(link, separator());
        }
        var current = new Span(here);
        current.addClassName("hx-here");
        current.getElement().setAttribute("aria-current", "page");
        add(current);
    }

    private static Span separator() {
        var separator = new Span("/");
        separator.addClassName("hx-sep");
        separator.getElement().setAttribute("aria-hidden", "true");
        return separator;
    }
}
