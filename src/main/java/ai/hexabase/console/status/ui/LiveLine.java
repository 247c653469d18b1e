package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of a list: a group or a row. Two lines with the same key are the same line. */
final class LiveLine<R extends LiveRow> {
    private final String key;
    private final @Nullable R row;
    private final LiveGroup<R> group;

    private LiveLine(String key, @Nullable R row, LiveGroup<R> group) {
        this.key = key;
        this.row = row;
        this.group = group;
    }

    /** @param group the row is in */
    static <R extends LiveRow> LiveLine<R> of(R row, LiveGroup<R> group) {
        return new LiveLine<>(row.key(), row, group);
    }

    static <R extends LiveRow> LiveLine<R> of(LiveGroup<R> group) {
        return new LiveLine<>(group.key(), null, group);
    }

    /** Null for a group. */
    @Nullable
    R row() {
        return row;
    }

    /** The group that this is, or that the row is in. */
    LiveGroup<R> group() {
        return group;
    }

    boolean isGroup() {
        return row == null;
    }

    String key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LiveLine<?> line && Objects.equals(line.key, key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
