package ai.hexabase.console.uikit;

import ai.hexabase.console.common.Message;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words in the reader's language. */
public final class Texts {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private Texts() {}

    public static String of(Message message) {
        return Translations.translate(locale(), message.key(), readable(message));
    }

    /** For a part that may live in another window than the current one. */
    public static String of(Component reader, Message message) {
        return Translations.translate(localeOf(reader), message.key(), readable(message));
    }

    /** Messages carry times as ISO 8601; people read them in their own zone. */
    private static Object[] readable(Message message) {
        return message.args().stream()
                .map(arg -> TIME.matcher(arg).matches() ? Formats.exact(Instant.parse(arg), ReaderZone.get()) : arg)
                .toArray();
    }

    public static String get(String key, Object... args) {
        return Translations.translate(locale(), key, args);
    }

    /** For words that are not shown by a part, such as the browser's own messages. */
    public static String in(Locale locale, String key, Object... args) {
        return Translations.translate(locale, key, args);
    }

    /** The reader's language; English where nobody reads yet. */
    public static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : Translations.closest(ui.getLocale());
    }

    static Locale localeOf(Component reader) {
        return reader.getUI().map(ui -> Translations.closest(ui.getLocale())).orElseGet(Texts::locale);
    }
}
