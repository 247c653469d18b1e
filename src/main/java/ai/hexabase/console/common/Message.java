package ai.hexabase.console.common;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence for a person, kept as translation key and arguments so that it is read in the reader's language.
 *
 * @param key key in the translation files
 * @param args values for the placeholders, in order
 */
public record Message(String key, List<String> args) {
    public Message {
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        return new Message(key, Arrays.stream(args).map(String::valueOf).toList());
    }
}
