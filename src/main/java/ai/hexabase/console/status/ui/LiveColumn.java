package ai.hexabase.console.status.ui;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column between the name and the words.
 *
 * @param key ends the keys of its texts
 * @param order of the rows when sorted by it
 * @param number stands at the right
 * @param optional can be left out, and is where there is little room
 */
record LiveColumn<R>(
        String key, Function<R, String> text, Comparator<R> order, String width, boolean number, boolean optional) {
    static <R, C extends Comparable<? super C>> LiveColumn<R> number(
            String key, Function<R, String> text, Function<R, @Nullable C> order, String width) {
        return new LiveColumn<>(key, text, nullsLast(order), width, true, false);
    }

    static <R> LiveColumn<R> text(String key, Function<R, String> text, String width) {
        return new LiveColumn<>(key, text, Comparator.comparing(text), width, false, false);
    }

    LiveColumn<R> leftOut() {
        return new LiveColumn<>(key, text, order, width, number, true);
    }

    private static <R, C extends Comparable<? super C>> Comparator<R> nullsLast(Function<R, @Nullable C> order) {
        return Comparator.comparing(order, Comparator.nullsLast(Comparator.<C>naturalOrder()));
    }
}
