package ai.hexabase.console.uikit;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reader's language and colour scheme: asked from the browser first, remembered in a cookie once chosen. */
public final class Preferences {
    private static final String LANGUAGE = "hexabase-language";
    private static final String THEME = "hexabase-theme";
    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private Preferences() {}

    /** The chosen language, else the first of the browser's that we speak, else English. */
    public static Locale language(VaadinRequest request) {
        var chosen = cookie(request, LANGUAGE);
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
        var chosen = cookie(request, THEME);
        return switch (chosen == null ? "" : chosen) {
            case "light" -> ColorScheme.Value.LIGHT;
            case "dark" -> ColorScheme.Value.DARK;
            default -> ColorScheme.Value.LIGHT_DARK;
        };
    }

    /** Shows the page in the language and remembers it. */
    public static void chooseLanguage(UI ui, Locale language) {
        remember(LANGUAGE, language.getLanguage());
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
        remember(THEME, theme.name().toLowerCase(Locale.ROOT));
        ui.getPage().setColorScheme(theme);
    }

    private static void remember(String name, String value) {
        var response = VaadinResponse.getCurrent();
        var request = VaadinRequest.getCurrent();
        if (response == null || request == null) {
            return;
        }
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static @Nullable String cookie(VaadinRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> name.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
