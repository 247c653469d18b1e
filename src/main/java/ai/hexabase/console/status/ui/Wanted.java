package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.uikit.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The rows that a filter lets through; used once, for all rows, while the page is held. */
final class Wanted<R extends LiveRow> implements Predicate<R> {
    private final Sheet<R> sheet;
    private final LiveFilter filter;
    private final String needle;
    /** Thousands of rows share a few reasons. */
    private final Map<Message, Boolean> reasons = new HashMap<>();

    Wanted(Sheet<R> sheet, LiveFilter filter) {
        this.sheet = sheet;
        this.filter = filter;
        this.needle = filter.text().strip().toLowerCase(Locale.ROOT);
    }

    /** Nothing is left out. */
    boolean isAll() {
        return needle.isEmpty()
                && filter.state() == LiveFilter.State.ALL
                && (filter.namespace() == null || !sheet.isNamespaced());
    }

    @Override
    public boolean test(R row) {
        return isInNamespace(row) && filter.state().matches(row) && (needle.isEmpty() || isFound(row));
    }

    private boolean isInNamespace(R row) {
        return filter.namespace() == null
                || !sheet.isNamespaced()
                || Objects.equals(filter.namespace(), row.namespace());
    }

    private boolean isFound(R row) {
        return sheet.searched(row).anyMatch(part -> part != null && contains(part))
                || reasons.computeIfAbsent(row.reason().plain(), plain -> contains(Texts.of(plain)));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(needle);
    }
}
