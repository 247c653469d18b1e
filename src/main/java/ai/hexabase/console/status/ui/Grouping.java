package ai.hexabase.console.status.ui;

import java.util.function.Function;

/**
 * What rows can be put together by.
 *
 * @param key ends the key of its text
 * @param of what is the same for all rows of a group of one cluster and namespace
 * @param title of a row's group, empty when it has none
 * @param kind of what the group is, empty when the title says enough
 */
record Grouping<R>(String key, Function<R, Object> of, Function<R, String> title, Function<R, String> kind) {
    static final String NONE = "none";

    static <R> Grouping<R> by(String key, Function<R, String> title) {
        return new Grouping<>(key, title::apply, title, row -> "");
    }

    /** One list without groups. */
    static <R> Grouping<R> none() {
        return by(NONE, row -> "");
    }

    boolean isNone() {
        return key.equals(NONE);
    }
}
