package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are shown, in their groups and order. Holds references to rows that all pages share; lines are only
 * made for what a page looks at.
 */
final class LiveList<R extends LiveRow> {
    private final List<LiveGroup<R>> groups;
    private final boolean grouped;
    private final int size;

    private LiveList(List<LiveGroup<R>> groups, boolean grouped, int size) {
        this.groups = groups;
        this.grouped = grouped;
        this.size = size;
    }

    static <R extends LiveRow> LiveList<R> empty() {
        return new LiveList<>(List.of(), true, 0);
    }

    /** Groups come in the order of their first rows. */
    static <R extends LiveRow> LiveList<R> of(List<R> rows, Grouping<R> grouping, @Nullable Comparator<R> order) {
        var sorted = rows;
        if (order != null) {
            sorted = new ArrayList<>(rows);
            sorted.sort(order);
        }
        if (grouping.isNone()) {
            return new LiveList<>(List.of(LiveGroup.of("", Grouping.NONE, "", "", sorted)), false, rows.size());
        }
        record Key(Object cluster, @Nullable String namespace, Object of) {}
        var parts = new LinkedHashMap<Key, List<R>>();
        for (var row : sorted) {
            parts.computeIfAbsent(
                            new Key(
                                    row.cluster(),
                                    row.namespace(),
                                    grouping.of().apply(row)),
                            key -> new ArrayList<>(4))
                    .add(row);
        }
        var groups = new ArrayList<LiveGroup<R>>(parts.size());
        parts.forEach((key, part) -> groups.add(LiveGroup.of(
                "group " + key.cluster() + "/" + key.namespace() + "/" + key.of(),
                grouping.key(),
                grouping.title().apply(part.getFirst()),
                grouping.kind().apply(part.getFirst()),
                part)));
        return new LiveList<>(groups, true, rows.size());
    }

    List<LiveGroup<R>> groups() {
        return groups;
    }

    boolean isGrouped() {
        return grouped;
    }

    /** How many rows. */
    int size() {
        return size;
    }

    int ready() {
        return groups.stream().mapToInt(LiveGroup::ready).sum();
    }

    List<R> rows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** How many lines, given the keys of the groups that are open. */
    int lines(Set<Object> open) {
        return groups.stream().mapToInt(group -> height(group, open)).sum();
    }

    private int height(LiveGroup<R> group, Set<Object> open) {
        if (!grouped) {
            return group.rows().size();
        }
        return 1 + (open.contains(group.key()) ? group.rows().size() : 0);
    }

    /** Some of the lines. */
    List<LiveLine<R>> lines(Set<Object> open, int from, int most) {
        var lines = new ArrayList<LiveLine<R>>(Math.min(most, 200));
        var above = 0;
        for (var group : groups) {
            var height = height(group, open);
            for (var at = Math.max(0, from - above); at < height && lines.size() < most; at++) {
                lines.add(line(group, at));
            }
            above += height;
            if (lines.size() >= most) {
                break;
            }
        }
        return lines;
    }

    private LiveLine<R> line(LiveGroup<R> group, int at) {
        if (!grouped) {
            return LiveLine.of(group.rows().get(at), group);
        }
        return at == 0 ? LiveLine.of(group) : LiveLine.of(group.rows().get(at - 1), group);
    }

    /** The row's line, if it is shown. */
    Optional<LiveLine<R>> line(String key) {
        for (var group : groups) {
            for (var row : group.rows()) {
                if (row.key().equals(key)) {
                    return Optional.of(LiveLine.of(row, group));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The lines that look different from before when no line came, went or moved; empty when some did, for then all
     * must be looked at again.
     */
    Optional<List<LiveLine<R>>> changedSince(LiveList<R> before) {
        if (grouped != before.grouped || groups.size() != before.groups.size()) {
            return Optional.empty();
        }
        var changed = new ArrayList<LiveLine<R>>();
        for (var i = 0; i < groups.size(); i++) {
            if (!changed(before.groups.get(i), groups.get(i), changed)) {
                return Optional.empty();
            }
        }
        return Optional.of(changed);
    }

    /** False when the lines are not the same ones. */
    private boolean changed(LiveGroup<R> before, LiveGroup<R> now, List<LiveLine<R>> changed) {
        if (!before.key().equals(now.key())
                || before.rows().size() != now.rows().size()) {
            return false;
        }
        for (var i = 0; i < now.rows().size(); i++) {
            var row = now.rows().get(i);
            var old = before.rows().get(i);
            if (row != old) {
                if (!row.uid().equals(old.uid()) || !row.key().equals(old.key())) {
                    return false;
                }
                changed.add(LiveLine.of(row, now));
            }
        }
        if (grouped && !now.hasSameSums(before)) {
            changed.add(LiveLine.of(now));
        }
        return true;
    }
}
