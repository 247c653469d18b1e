package ai.hexabase.console.uikit;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** English and Japanese from {@code vaadin-i18n/}; a missing key shows as {@code !key!} and is logged once. */
@Component
public class Translations implements I18NProvider {
    /** The languages the console speaks; the first is spoken to everybody else. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private static final Logger log = LoggerFactory.getLogger(Translations.class);
    private static final Map<Locale, Properties> TEXTS =
            Map.of(Locale.ENGLISH, load(Locale.ENGLISH), Locale.JAPANESE, load(Locale.JAPANESE));
    private static final Map<String, Boolean> MISSING = new ConcurrentHashMap<>();

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return translate(locale, key, params);
    }

    static String translate(Locale asked, String key, Object... args) {
        var locale = closest(asked);
        var text = texts(locale).getProperty(key);
        if (text == null) {
            if (MISSING.putIfAbsent(locale + key, true) == null) {
                log.warn("No {} text for key {}", locale, key);
            }
            return "!" + key + "!";
        }
        return text.indexOf('{') < 0 ? text : fill(text, locale, args);
    }

    private static String fill(String text, Locale locale, Object... args) {
        var format = new MessageFormat(text, locale);
        var kinds = format.getFormatsByArgumentIndex();
        var values = new Object[Math.max(args.length, kinds.length)];
        for (var i = 0; i < args.length; i++) {
            values[i] = i < kinds.length && kinds[i] != null ? number(args[i]) : args[i];
        }
        return format.format(values);
    }

    /** Messages carry their arguments as text; plurals and grouping need them as numbers. */
    private static Object number(Object arg) {
        try {
            return arg instanceof String digits ? new BigDecimal(digits) : arg;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    /** The language we speak that is nearest to the one asked for. */
    public static Locale closest(Locale asked) {
        return "ja".equals(asked.getLanguage()) ? Locale.JAPANESE : Locale.ENGLISH;
    }

    static boolean has(Locale locale, String key) {
        return texts(locale).containsKey(key);
    }

    static Properties texts(Locale locale) {
        return java.util.Objects.requireNonNull(TEXTS.get(closest(locale)));
    }

    private static Properties load(Locale locale) {
        var file = "/vaadin-i18n/translations_" + locale.getLanguage() + ".properties";
        var texts = new Properties();
        try (var in = Translations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the build: " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
