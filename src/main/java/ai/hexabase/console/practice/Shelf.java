package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the objects of one practice cluster and what changed lately. Trees on it are never changed, only replaced. Not
 * safe for several threads: the cluster's lock guards it.
 */
final class Shelf {
    private static final int HISTORY = 4000;
    private static final long FIRST_VERSION = 1000;

    private final Map<ResourceKind, NavigableMap<String, ObjectNode>> kinds = new HashMap<>();
    private final List<Change> history = new ArrayList<>();
    private final Map<ObjectRef, Optional<ObjectNode>> unsaved = new LinkedHashMap<>();
    private long version = FIRST_VERSION;

    @Nullable
    ObjectNode get(ObjectRef ref) {
        return of(ref.kind()).get(key(ref.namespace(), ref.name()));
    }

    /** In the order of namespace and name. */
    List<ObjectNode> all(ResourceKind kind) {
        return List.copyOf(of(kind).values());
    }

    List<ObjectNode> in(String namespace, ResourceKind kind) {
        return List.copyOf(of(kind).subMap(namespace + "/", namespace + "0").values());
    }

    /** Puts a copy under the next resource version and returns it. */
    ObjectNode put(ObjectNode object) {
        var stored = object.deepCopy();
        var ref = Meta.ref(stored);
        stored.withObject("/metadata").put("resourceVersion", Long.toString(version + 1));
        var before = of(ref.kind()).put(key(ref.namespace(), ref.name()), stored);
        note(ref, before, stored);
        return stored;
    }

    void remove(ObjectRef ref) {
        var before = of(ref.kind()).remove(key(ref.namespace(), ref.name()));
        if (before != null) {
            note(ref, before, null);
        }
    }

    private void note(ObjectRef ref, @Nullable ObjectNode before, @Nullable ObjectNode after) {
        version++;
        history.add(new Change(version, ref, before, after));
        unsaved.put(ref, Optional.ofNullable(after));
        if (history.size() > 2 * HISTORY) {
            history.subList(0, HISTORY).clear();
        }
    }

    long version() {
        return version;
    }

    /** What changed after that version; empty when that is forgotten already. */
    Optional<List<Change>> since(long known) {
        long first = version - history.size();
        return known < first || known > version
                ? Optional.empty()
                : Optional.of(List.copyOf(history.subList((int) (known - first), history.size())));
    }

    /** From here on, only changes to come are known; the version moves on so that nobody can ask for older ones. */
    void forgetHistory() {
        version++;
        history.clear();
    }

    /** The objects that changed since the last call; empty where they went. */
    Map<ObjectRef, Optional<ObjectNode>> takeUnsaved() {
        var taken = new LinkedHashMap<>(unsaved);
        unsaved.clear();
        return taken;
    }

    /** Puts back what could not be saved, unless it changed again. */
    void keepUnsaved(Map<ObjectRef, Optional<ObjectNode>> changes) {
        changes.forEach(unsaved::putIfAbsent);
    }

    /** Takes over the objects of an earlier run. */
    void restore(List<ObjectNode> objects, long lastVersion) {
        objects.forEach(object -> of(Meta.kind(object))
                .put(key(Meta.kind(object).namespaced() ? Meta.namespace(object) : null, Meta.name(object)), object));
        version = Math.max(FIRST_VERSION, lastVersion);
    }

    private NavigableMap<String, ObjectNode> of(ResourceKind kind) {
        return kinds.computeIfAbsent(kind, ignored -> new TreeMap<>());
    }

    private static String key(@Nullable String namespace, String name) {
        return (namespace == null ? "" : namespace) + "/" + name;
    }
}
