package ai.hexabase.console.uikit;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;

/** The reader chose other colours on this page, wherever on it. */
public final class ThemeChosen extends ComponentEvent<UI> {
    private final ColorScheme.Value theme;

    ThemeChosen(UI ui, ColorScheme.Value theme) {
        super(ui, false);
        this.theme = theme;
    }

    public ColorScheme.Value theme() {
        return theme;
    }
}
