package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import java.util.Locale;

/** 日本語 or English, each in its own words. */
public final class LanguageSwitch extends Div implements LocaleChangeObserver {
    private final List<Choice> choices =
            List.of(new Choice(Locale.JAPANESE, "日本語"), new Choice(Locale.ENGLISH, "English"));

    public LanguageSwitch() {
        addClassName("hx-seg");
        getElement().setAttribute("role", "group");
        choices.forEach(this::add);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        getElement().setAttribute("aria-label", Texts.get("uikit.language"));
        var current = Translations.closest(event.getLocale());
        choices.forEach(choice -> choice.show(current));
    }

    private static final class Choice extends NativeButton {
        private final Locale language;

        Choice(Locale language, String name) {
            super(name);
            this.language = language;
            getElement().setAttribute("lang", language.getLanguage());
            addClickListener(click -> getUI().ifPresent(ui -> Preferences.chooseLanguage(ui, language)));
        }

        void show(Locale current) {
            getElement().setAttribute("aria-pressed", String.valueOf(language.equals(current)));
        }
    }
}
