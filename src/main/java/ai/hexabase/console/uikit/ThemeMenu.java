package ai.hexabase.console.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinRequest;
import java.util.EnumMap;
import java.util.Map;

/** Light, dark, or as the system is. */
public final class ThemeMenu extends MenuBar implements LocaleChangeObserver {
    private static final Map<ColorScheme.Value, Icons> CHOICES = new EnumMap<>(Map.of(
            ColorScheme.Value.LIGHT_DARK, Icons.SCREEN,
            ColorScheme.Value.LIGHT, Icons.SUN,
            ColorScheme.Value.DARK, Icons.MOON));

    private ColorScheme.Value chosen = ColorScheme.Value.LIGHT_DARK;

    @Override
    protected void onAttach(AttachEvent event) {
        var request = VaadinRequest.getCurrent();
        if (request != null) {
            chosen = Preferences.theme(request);
        }
        super.onAttach(event);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        var button = addItem(Icons.MOON.create());
        button.setAriaLabel(Texts.get("uikit.theme"));
        setTooltipText(button, Texts.get("uikit.theme"));
        offer(button, ColorScheme.Value.LIGHT_DARK, "uikit.theme.system");
        offer(button, ColorScheme.Value.LIGHT, "uikit.theme.light");
        offer(button, ColorScheme.Value.DARK, "uikit.theme.dark");
    }

    private void offer(MenuItem button, ColorScheme.Value theme, String key) {
        var item = button.getSubMenu().addItem(Texts.get(key));
        item.addComponentAsFirst(
                java.util.Objects.requireNonNull(CHOICES.get(theme)).create());
        item.setCheckable(true);
        item.setChecked(theme == chosen);
        item.addClickListener(click -> {
            chosen = theme;
            button.getSubMenu().getItems().forEach(each -> each.setChecked(each == item));
            getUI().ifPresent(ui -> Preferences.chooseTheme(ui, theme));
        });
    }
}
