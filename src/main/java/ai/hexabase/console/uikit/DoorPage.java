package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;

/** A screen in front of the shell, such as the sign-in: only the mark, the language, the colours and the help around it. */
public abstract class DoorPage extends Div {
    private final Main content = new Main();

    protected DoorPage() {
        addClassName("hx-door");
        var mark = new Span();
        mark.addClassName("hx-mark");
        var brand = new Div(mark, new Span("Hexabase Console"));
        brand.addClassName("hx-brand");
        var help = new HelpButton();
        help.about(getClass(), "Hexabase Console");
        var end = new Div(new LanguageSwitch(), new ThemeMenu(), help);
        end.addClassName("hx-bar-end");
        var header = new Header(brand, end);
        header.addClassName("hx-bar");
        content.addClassName("hx-door-box");
        add(header, content);
    }

    /** Adds to the screen itself, below the header. */
    protected final void content(Component... parts) {
        content.add(parts);
    }
}
