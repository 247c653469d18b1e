package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Span;

/** Reminds whoever came with an account of the console's own that those are for emergencies. */
final class BreakGlassChip extends Span {
    BreakGlassChip() {
        addClassNames("hx-fresh", "hx-break-glass");
        add(Icons.LOCK.create(), new Span(Texts.get("shell.break-glass")));
        getElement().setAttribute("title", Texts.get("shell.break-glass.means"));
    }
}
