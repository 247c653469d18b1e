package ai.hexabase.console.common;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong, told as what happened and what to do; the texts are {@code problem.<code>.what} and
 * {@code problem.<code>.action} in the translation files.
 *
 * @param code names the pair of texts
 * @param args values for the placeholders of both texts, in order
 * @param words the other side's own words (API server, database), verbatim, when there are any
 */
public record Problem(
        String code, List<String> args, @Nullable String words) {
    public Problem {
        args = List.copyOf(args);
    }

    public static Problem of(String code, Object... args) {
        return new Problem(code, Arrays.stream(args).map(String::valueOf).toList(), null);
    }

    public Problem saying(@Nullable String theirWords) {
        return new Problem(code, args, theirWords);
    }

    public Message what() {
        return new Message("problem." + code + ".what", args);
    }

    public Message action() {
        return new Message("problem." + code + ".action", args);
    }
}
