package ai.hexabase.console.uikit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reader's language, colours and time zone: the browser's first, remembered in cookies once chosen, and kept with
 * the person where somebody is signed in.
 */
public final class Preferences {
    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private Preferences() {}

    /** The chosen language, else the first of the browser's that we speak, else English. */
    public static Locale language(VaadinRequest request) {
        var chosen = cookie(request, Preference.LANGUAGE);
        if (chosen != null) {
            return Translations.closest(Locale.forLanguageTag(chosen));
        }
        var asked = request.getLocales();
        while (asked != null && asked.hasMoreElements()) {
            var language = asked.nextElement().getLanguage();
            if (language.equals("ja") || language.equals("en")) {
                return Translations.closest(Locale.of(language));
            }
        }
        return Locale.ENGLISH;
    }

    /** The chosen colour scheme, else the system's. */
    public static ColorScheme.Value theme(VaadinRequest request) {
        var chosen = cookie(request, Preference.THEME);
        return switch (chosen == null ? "" : chosen) {
            case "light" -> ColorScheme.Value.LIGHT;
            case "dark" -> ColorScheme.Value.DARK;
            default -> ColorScheme.Value.LIGHT_DARK;
        };
    }

    /** The chosen time zone; empty when the browser's is to be used. */
    public static Optional<ZoneId> zone(VaadinRequest request) {
        return Optional.ofNullable(cookie(request, Preference.ZONE)).flatMap(Preferences::zone);
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** What this page keeps beyond the browser, it keeps there. */
    public static void keepIn(UI ui, PreferenceKeeper keeper) {
        ComponentUtil.setData(ui, PreferenceKeeper.class, keeper);
    }

    /** Shows the page in the language and remembers it. */
    public static void chooseLanguage(UI ui, Locale language) {
        remember(ui, Preference.LANGUAGE, language.getLanguage());
        speak(ui, language);
        var rebuildsItself = ui.getActiveRouterTargetsChain().stream()
                .findFirst()
                .map(HasElement::getElement)
                .flatMap(element -> element.getComponent())
                .filter(LocaleChangeObserver.class::isInstance)
                .isPresent();
        if (!rebuildsItself && !ui.getActiveRouterTargetsChain().isEmpty()) {
            ui.refreshCurrentRoute(false);
        }
    }

    /** Sets the language of the page and of what the browser says about the connection. */
    public static void speak(UI ui, Locale language) {
        ui.setLocale(language);
        ui.getPage().executeJs("document.documentElement.lang = $0", language.getLanguage());
        var lost = ui.getReconnectDialogConfiguration();
        lost.setDialogText(Translations.translate(language, "uikit.connection.lost"));
        lost.setDialogTextGaveUp(Translations.translate(language, "uikit.connection.gaveUp"));
    }

    public static void chooseTheme(UI ui, ColorScheme.Value theme) {
        remember(ui, Preference.THEME, theme.name().toLowerCase(Locale.ROOT));
        ui.getPage().setColorScheme(theme);
        ComponentUtil.fireEvent(ui, new ThemeChosen(ui, theme));
    }

    /** Shows times in this zone from now on, null for the browser's, and remembers it. */
    public static void chooseZone(UI ui, @Nullable ZoneId zone) {
        remember(ui, Preference.ZONE, zone == null ? "" : zone.getId());
        ReaderZone.choose(ui, zone);
        ui.getPage().executeJs("document.documentElement.dataset.zone = $0", zone == null ? "" : zone.getId());
    }

    private static void remember(UI ui, Preference what, String value) {
        var keeper = ComponentUtil.getData(ui, PreferenceKeeper.class);
        if (keeper != null) {
            keeper.keep(what, value);
        }
        var response = VaadinResponse.getCurrent();
        var request = VaadinRequest.getCurrent();
        if (response == null || request == null) {
            return;
        }
        response.addCookie(cookie(what, value, request.isSecure()));
    }

    /** Tells the browser what was chosen. */
    public static Cookie cookie(Preference what, String value, boolean secure) {
        var cookie = new Cookie(what.cookie(), value);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static @Nullable String cookie(VaadinRequest request, Preference what) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> what.cookie().equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
