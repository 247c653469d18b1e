package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows made of what several watches tell; only rows that a change concerns are made anew. Guarded by the feed that
 * fills it.
 */
abstract class LiveTable<R extends LiveRow> {
    protected final Pool pool = new Pool();
    private final Map<String, R> rows = new TreeMap<>();
    private @Nullable List<R> told;

    /** What is watched. */
    abstract List<Part<?>> parts();

    /** The row as it is now; null when there is no such object. */
    abstract @Nullable R row(String key);

    /** All rows in order; the same list until something changes. */
    final List<R> rows() {
        var current = told;
        if (current == null) {
            current = List.copyOf(rows.values());
            told = current;
        }
        return current;
    }

    /** Whether the objects that are rows have been read at all. */
    final boolean isListed() {
        return parts().stream().filter(Part::isRows).allMatch(Part::isListed);
    }

    /** Reads a page outside of the table's guard. */
    final <V> void read(Part<V> part, List<KubeObject> page, Map<String, V> into) {
        for (var object : page) {
            var slim = part.slim(object);
            if (slim != null) {
                into.put(Part.key(object.ref()), slim);
            }
        }
        part.surplus(into).forEach(into::remove);
    }

    final <V> void list(Part<V> part, Map<String, V> all) {
        var concerned = new HashSet<String>();
        part.list(all, concerned);
        concerned.addAll(rows.keySet());
        renew(concerned);
    }

    /** True when that changed what there is to see. */
    final <V> boolean put(Part<V> part, KubeObject object) {
        var news = change(part, Part.key(object.ref()), part.slim(object));
        part.surplus().forEach(key -> change(part, key, null));
        return news;
    }

    final boolean remove(Part<?> part, ObjectRef ref) {
        return change(part, Part.key(ref), null);
    }

    private <V> boolean change(Part<V> part, String key, @Nullable V value) {
        var concerned = new HashSet<String>();
        part.put(key, value, concerned);
        return renew(concerned);
    }

    private boolean renew(Set<String> concerned) {
        var news = false;
        for (var key : concerned) {
            var row = row(key);
            var before = row == null ? rows.remove(key) : rows.put(key, row);
            if (row != null && row.equals(before)) {
                rows.put(key, before);
            } else {
                news |= row != null || before != null;
            }
        }
        if (news) {
            told = null;
        }
        return news;
    }
}
