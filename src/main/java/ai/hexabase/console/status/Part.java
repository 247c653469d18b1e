package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one watch, each reduced at once to what a table needs of it; guarded by the feed that fills it.
 *
 * @param <V> what is kept of an object
 */
final class Part<V> {
    private enum Role {
        ROWS,
        ABOUT_ROWS,
        LOOKED_UP
    }

    private final ListQuery query;
    private final Function<KubeObject, @Nullable V> slim;
    private final Function<V, Collection<String>> concerns;
    private final Role role;
    private int most = Integer.MAX_VALUE;
    private @Nullable Comparator<V> order;
    private boolean listed;
    private Map<String, V> known = new HashMap<>();
    private final Map<String, Map<String, V>> byRow = new HashMap<>();

    private Part(
            ListQuery query,
            Function<KubeObject, @Nullable V> slim,
            Function<V, Collection<String>> concerns,
            Role role) {
        this.query = query;
        this.slim = slim;
        this.concerns = concerns;
        this.role = role;
    }

    /**
     * Objects that are rows themselves.
     *
     * @param row key of the object's row
     */
    static <V> Part<V> rows(ListQuery query, Function<KubeObject, V> slim, Function<V, String> row) {
        return rowsAndMore(query, slim, value -> List.of(row.apply(value)));
    }

    /**
     * Objects that are rows themselves and concern others.
     *
     * @param concerns keys of the object's own row and of the others
     */
    static <V> Part<V> rowsAndMore(
            ListQuery query, Function<KubeObject, V> slim, Function<V, Collection<String>> concerns) {
        return new Part<>(query, slim::apply, concerns, Role.ROWS);
    }

    /**
     * Objects that say something about rows.
     *
     * @param slim null for an object that says nothing of interest
     * @param concerns keys of the rows
     */
    static <V> Part<V> about(
            ListQuery query, Function<KubeObject, @Nullable V> slim, Function<V, Collection<String>> concerns) {
        return new Part<>(query, slim, concerns, Role.ABOUT_ROWS);
    }

    /** Objects that rows look up by their key; who is concerned is asked anew at each change. */
    static <V> Part<V> lookedUp(
            ListQuery query, Function<KubeObject, @Nullable V> slim, Function<V, Collection<String>> concerns) {
        return new Part<>(query, slim, concerns, Role.LOOKED_UP);
    }

    /** Whether these are the rows; other parts only let them say more. */
    boolean isRows() {
        return role == Role.ROWS;
    }

    boolean isListed() {
        return listed;
    }

    ListQuery query() {
        return query;
    }

    /** How an object of the watch is called here. */
    static String key(ObjectRef ref) {
        return ref.namespace() == null ? ref.name() : ref.namespace() + "/" + ref.name();
    }

    @Nullable
    V slim(KubeObject object) {
        return slim.apply(object);
    }

    @Nullable
    V get(String key) {
        return known.get(key);
    }

    Collection<V> all() {
        return known.values();
    }

    /** What the objects say about this row. */
    Collection<V> about(String row) {
        return byRow.getOrDefault(row, Map.of()).values();
    }

    /** Everything as listed; adds the keys of the rows that are concerned. */
    void list(Map<String, V> all, Set<String> concerned) {
        listed = true;
        var before = known;
        known = new HashMap<>();
        byRow.clear();
        before.values().forEach(value -> concerned.addAll(concerns.apply(value)));
        all.forEach((key, value) -> put(key, value, concerned));
    }

    /** Null removes; adds the keys of the rows that are concerned, none when nothing of interest has changed. */
    void put(String key, @Nullable V value, Set<String> concerned) {
        var before = value == null ? known.remove(key) : known.put(key, value);
        if (Objects.equals(before, value)) {
            return;
        }
        if (before != null) {
            leave(key, before, concerned);
        }
        if (value != null) {
            enter(key, value, concerned);
        }
    }

    private void leave(String key, V value, Set<String> concerned) {
        for (var row : concerns.apply(value)) {
            concerned.add(row);
            if (role == Role.ABOUT_ROWS) {
                byRow.computeIfPresent(row, (each, values) -> {
                    values.remove(key);
                    return values.isEmpty() ? null : values;
                });
            }
        }
    }

    private void enter(String key, V value, Set<String> concerned) {
        for (var row : concerns.apply(value)) {
            concerned.add(row);
            if (role == Role.ABOUT_ROWS) {
                byRow.computeIfAbsent(row, each -> new LinkedHashMap<>(2)).put(key, value);
            }
        }
    }

    /** From now on only so many: where there are too many, the first in this order go, some at a time. */
    Part<V> atMost(int number, Comparator<V> firstToGo) {
        most = number;
        order = firstToGo;
        return this;
    }

    /** Keys of those among these that are too many. */
    List<String> surplus(Map<String, V> values) {
        if (order == null || values.size() <= most + most / 10) {
            return List.of();
        }
        var entries = new ArrayList<>(values.entrySet());
        entries.sort(Map.Entry.comparingByValue(order));
        return entries.subList(0, entries.size() - most).stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> surplus() {
        return surplus(known);
    }
}
