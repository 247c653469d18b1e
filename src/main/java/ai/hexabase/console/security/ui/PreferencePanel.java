package ai.hexabase.console.security.ui;

import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Preferences;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.ThemeChosen;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.VaadinRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** How the console looks to the person; each choice takes effect at once. */
final class PreferencePanel extends Panel {
    private final RadioButtonGroup<Locale> language = new RadioButtonGroup<>();
    private final RadioButtonGroup<ColorScheme.Value> theme = new RadioButtonGroup<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final transient Clock clock;
    private final transient Runnable onZone;

    /** @param onZone told when times are to be shown anew */
    PreferencePanel(Clock clock, Runnable onZone) {
        super(Texts.get("security.me.preferences"));
        this.clock = clock;
        this.onZone = onZone;
        facts(Texts.get("security.me.follow"));
        prepareLanguage();
        prepareTheme();
        prepareZone();
        var form = Layouts.form();
        form.addFormItem(language, Texts.get("uikit.language"));
        form.addFormItem(theme, Texts.get("uikit.theme"));
        form.addFormItem(zone, Texts.get("security.me.zone"));
        padded(form);
    }

    private void prepareLanguage() {
        language.setItems(Locale.JAPANESE, Locale.ENGLISH);
        language.setItemLabelGenerator(each -> each.equals(Locale.JAPANESE) ? "日本語" : "English");
        language.setValue(Texts.locale());
        language.addValueChangeListener(
                change -> getUI().ifPresent(ui -> Preferences.chooseLanguage(ui, change.getValue())));
    }

    private void prepareTheme() {
        theme.setItems(ColorScheme.Value.LIGHT_DARK, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK);
        theme.setItemLabelGenerator(each -> Texts.get(
                switch (each) {
                    case LIGHT -> "uikit.theme.light";
                    case DARK -> "uikit.theme.dark";
                    default -> "uikit.theme.system";
                }));
        var request = VaadinRequest.getCurrent();
        theme.setValue(request == null ? ColorScheme.Value.LIGHT_DARK : Preferences.theme(request));
        theme.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui -> Preferences.chooseTheme(ui, change.getValue()));
            }
        });
    }

    private void prepareZone() {
        zone.setItems(zones());
        zone.setItemLabelGenerator(each -> each.getId() + " (UTC"
                + each.getRules().getOffset(clock.instant()).getId().replace("Z", "+00:00") + ")");
        zone.setValue(ReaderZone.chosen().orElse(null));
        zone.setClearButtonVisible(true);
        zone.setPlaceholder(
                Texts.get("security.me.zone.browser", ReaderZone.ofBrowser().getId()));
        zone.setHelperText(Texts.get("security.me.zone.help"));
        zone.setWidth("360px");
        zone.addValueChangeListener(change -> getUI().ifPresent(ui -> {
            Preferences.chooseZone(ui, change.getValue());
            onZone.run();
        }));
    }

    /** Those that are places, and UTC. */
    private static List<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.equals("UTC") || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList();
    }

    /** The bar above offers the same choice. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var elsewhere =
                ComponentUtil.addListener(event.getUI(), ThemeChosen.class, news -> theme.setValue(news.theme()));
        addDetachListener(left -> {
            left.unregisterListener();
            elsewhere.remove();
        });
    }
}
