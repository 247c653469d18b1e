package ai.hexabase.console.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinRequest;
import java.util.EnumMap;
import java.util.Map;

/** Light, dark, or as the system is. */
public final class ThemeMenu extends Button implements LocaleChangeObserver {
    private static final Map<ColorScheme.Value, Icons> CHOICES = new EnumMap<>(Map.of(
            ColorScheme.Value.LIGHT_DARK, Icons.SCREEN,
            ColorScheme.Value.LIGHT, Icons.SUN,
            ColorScheme.Value.DARK, Icons.MOON));

    private final ContextMenu menu = new ContextMenu(this);
    private final Map<ColorScheme.Value, MenuItem> items = new EnumMap<>(ColorScheme.Value.class);
    private ColorScheme.Value chosen = ColorScheme.Value.LIGHT_DARK;

    public ThemeMenu() {
        super(Icons.MOON.create());
        addClassName("hx-bar-button");
        getElement().setAttribute("aria-haspopup", "menu");
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var request = VaadinRequest.getCurrent();
        if (request != null) {
            chosen = Preferences.theme(request);
        }
        super.onAttach(event);
        var elsewhere = ComponentUtil.addListener(event.getUI(), ThemeChosen.class, news -> show(news.theme()));
        addDetachListener(left -> {
            left.unregisterListener();
            elsewhere.remove();
        });
    }

    private void show(ColorScheme.Value theme) {
        chosen = theme;
        items.forEach((each, item) -> item.setChecked(each == theme));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        var name = Texts.get("uikit.theme");
        setAriaLabel(name);
        setTooltipText(name);
        menu.removeAll();
        offer(ColorScheme.Value.LIGHT_DARK, "uikit.theme.system");
        offer(ColorScheme.Value.LIGHT, "uikit.theme.light");
        offer(ColorScheme.Value.DARK, "uikit.theme.dark");
    }

    private void offer(ColorScheme.Value theme, String key) {
        var item = menu.addItem(Texts.get(key));
        item.addComponentAsFirst(
                java.util.Objects.requireNonNull(CHOICES.get(theme)).create());
        items.put(theme, item);
        item.setCheckable(true);
        item.setChecked(theme == chosen);
        item.addClickListener(click -> {
            show(theme);
            getUI().ifPresent(ui -> Preferences.chooseTheme(ui, theme));
        });
    }
}
