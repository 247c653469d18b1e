package ai.hexabase.console.uikit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What a screen is for, in the reader's language. A screen called {@code ReplaceCredentialsView} has the texts {@code
 * help.replace-credentials}, what there is to say besides as {@code .1}, {@code .2} and so on, and {@code .who} may use
 * it; {@code help/related.properties} names the screens of the menu that belong to it.
 */
public record Help(String lead, List<String> points, String who, List<String> related) {
    private static final Properties RELATED = links();

    /** Of the screen of this class; empty where nothing is written, as for pages of errors. */
    public static Optional<Help> of(Class<?> screen) {
        var key = key(screen);
        var locale = Texts.locale();
        if (!Translations.has(locale, key)) {
            return Optional.empty();
        }
        var points = new ArrayList<String>();
        for (var number = 1; Translations.has(locale, key + "." + number); number++) {
            points.add(Texts.get(key + "." + number));
        }
        var related = RELATED.getProperty(key.substring("help.".length()), "");
        return Optional.of(new Help(
                Texts.get(key),
                List.copyOf(points),
                Texts.get(key + ".who"),
                related.isEmpty() ? List.of() : List.of(related.split(" "))));
    }

    /** Which texts the help of this screen needs, in both languages. */
    public static List<String> keys(Class<?> screen) {
        return List.of(key(screen), key(screen) + ".1", key(screen) + ".who");
    }

    /** Which of these texts are missing. */
    public static List<String> missing(Class<?> screen, Locale locale) {
        return keys(screen).stream()
                .filter(key -> !Translations.has(locale, key))
                .toList();
    }

    static String key(Class<?> screen) {
        var name = screen.getSimpleName().replaceAll("(View|Page)$", "");
        return "help." + name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Properties links() {
        var related = new Properties();
        try (var in = Help.class.getResourceAsStream("/help/related.properties")) {
            if (in != null) {
                related.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return related;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
