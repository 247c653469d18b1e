package ai.hexabase.console.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The texts a person reads in one language, straight from the translation file. */
public record Words(Locale locale, Properties texts) {
    public static Words of(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var file = Path.of("src/main/resources/vaadin-i18n/translations_" + locale.getLanguage() + ".properties");
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(locale, texts);
    }

    public String get(String key, Object... args) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new AssertionError("no text " + key + " in " + locale);
        }
        return args.length == 0 ? text : new MessageFormat(text, locale).format(args);
    }
}
