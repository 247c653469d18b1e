package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveKind;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is particular about one kind of live list: its columns, its groups, what is told of one row. */
abstract class Sheet<R extends LiveRow> {
    private final String name;
    private final LiveKind<R> kind;

    /** @param name also begins the keys of its texts and names the exported file */
    Sheet(String name, LiveKind<R> kind) {
        this.name = name;
        this.kind = kind;
    }

    final String name() {
        return name;
    }

    final LiveKind<R> kind() {
        return kind;
    }

    final String text(String key, Object... args) {
        return Texts.get("status." + name + "." + key, args);
    }

    /** Where it is shown. */
    abstract String path();

    abstract List<LiveColumn<R>> columns();

    /** The first one holds at the beginning. */
    abstract List<Grouping<R>> groupings();

    /** Columns of the exported file between the name and the reason. */
    abstract List<CsvColumn<R>> csv();

    /** What the panel tells of the row beside its reason. */
    abstract void facts(R row, KeyValueList facts);

    /** Whether Kubernetes notes events about its rows. */
    boolean hasEvents() {
        return true;
    }

    /** Whether its rows live in namespaces. */
    boolean isNamespaced() {
        return true;
    }

    /** Where the logs of all of a group are read together; empty where there are none. */
    String logs(LiveGroup<R> group, String grouping) {
        return "";
    }

    /** Columns that can go while the panel beside the list tells the same. */
    boolean isToldByPanel(String column) {
        return false;
    }

    /** Null for the order by namespace and name. */
    @Nullable
    Comparator<R> order() {
        return null;
    }

    /** As it stands in the first column. */
    String title(R row) {
        return row.name();
    }

    /** The last column: why it is as it is. */
    String words(R row) {
        return Texts.of(row.reason().plain());
    }

    /** Kubernetes' own words, for the tooltip. */
    @Nullable
    String ownWords(R row) {
        return row.reason().words();
    }

    /** Where a search looks, besides the words. */
    Stream<@Nullable String> searched(R row) {
        return Stream.of(row.name(), ownWords(row));
    }

    final Grouping<R> grouping(String key) {
        return groupings().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseGet(() -> groupings().getFirst());
    }

    final @Nullable Comparator<R> order(LiveFilter.@Nullable Order wanted) {
        if (wanted == null) {
            return order();
        }
        Comparator<R> column = switch (wanted.column()) {
            case LiveGrid.NAME -> Comparator.comparing(this::title);
            case LiveGrid.WORDS ->
                Comparator.comparing((R row) ->
                                LiveTexts.status(row.reason().health()).urgency())
                        .reversed()
                        .thenComparing(this::words);
            default ->
                columns().stream()
                        .filter(each -> each.key().equals(wanted.column()))
                        .findFirst()
                        .map(LiveColumn::order)
                        .orElse(null);
        };
        return column == null || !wanted.descending() ? column : column.reversed();
    }
}
