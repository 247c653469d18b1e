package ai.hexabase.console.practice;

import ai.hexabase.console.kube.FieldConflict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Server-side apply's bookkeeping: merges what is applied, finds conflicts, and keeps {@code managedFields}. */
final class Ownership {
    private static final List<String> UNOWNED =
            List.of("name", "namespace", "creationTimestamp", "uid", "generation", "managedFields", "resourceVersion");

    private final FieldTrees trees;
    private final String time;

    /** @param time now, RFC 3339 */
    Ownership(FieldTypes types, String time) {
        this.trees = new FieldTrees(types);
        this.time = time;
    }

    /**
     * What the object becomes when {@code manager} applies {@code config}; {@link ConflictsFound} when others own what
     * would change and it is not forced.
     */
    ObjectNode apply(@Nullable ObjectNode live, ObjectNode config, String manager, boolean force) {
        var base = live == null ? Trees.object() : live.deepCopy();
        var merged = (ObjectNode) trees.merge("", base, config);
        var owned = owned(config);
        var owners = owners(base);
        var changed = trees.difference("", stripped(base), stripped(merged)).and(owned);
        var conflicts = conflicts(owners, manager, changed);
        if (!conflicts.isEmpty() && !force) {
            throw new ConflictsFound(conflicts);
        }
        var before = owned(owners, manager, Owner.APPLY, "");
        var others = others(owners, manager, changed);
        var kept = others.stream().map(Owner::fields).reduce(owned, Fields::or);
        trees.prune(merged, before.minus(owned), kept);
        write(merged, with(others, owners, new Owner(manager, Owner.APPLY, "", version(config), time, owned)));
        return merged;
    }

    /** Hands what {@code next} changes over to {@code manager}, who wrote the whole object. */
    ObjectNode update(@Nullable ObjectNode live, ObjectNode next, String manager, String subresource) {
        var base = live == null ? Trees.object() : live;
        var changed = trees.difference("", stripped(base), stripped(next));
        var written = next.deepCopy();
        var owners = owners(base);
        if (changed.isEmpty()) {
            write(written, owners);
            return written;
        }
        var all = owned(next);
        var mine = owned(owners, manager, Owner.UPDATE, subresource).or(changed.and(all));
        var others = owners.stream()
                .filter(owner -> !owner.is(manager, Owner.UPDATE, subresource))
                .map(owner -> owner.owning(owner.fields().minus(changed)))
                .toList();
        var me = new Owner(manager, Owner.UPDATE, subresource, version(next), time, mine.minus(gone(changed, all)));
        write(written, with(others, owners, me));
        return written;
    }

    private static Fields gone(Fields changed, Fields all) {
        return changed.minus(all);
    }

    private static List<FieldConflict> conflicts(List<Owner> owners, String manager, Fields changed) {
        var conflicts = new ArrayList<FieldConflict>();
        for (var owner : owners) {
            if (owner.is(manager, Owner.APPLY, "")) {
                continue;
            }
            for (var path : owner.fields().and(changed).paths()) {
                conflicts.add(new FieldConflict(owner.manager(), path, "conflict with " + owner.shown()));
            }
        }
        return conflicts;
    }

    private static List<Owner> others(List<Owner> owners, String manager, Fields changed) {
        return owners.stream()
                .filter(owner -> !owner.is(manager, Owner.APPLY, ""))
                .map(owner -> owner.owning(owner.fields().minus(changed)))
                .toList();
    }

    /** Puts the owner last; when it owns what it owned before, its time stays. */
    private static List<Owner> with(List<Owner> others, List<Owner> before, Owner me) {
        var same = before.stream()
                .filter(owner -> owner.is(me.manager(), me.operation(), me.subresource()))
                .filter(owner -> owner.fields().equals(me.fields()))
                .findFirst();
        if (same.isPresent() && before.size() == others.size() + 1) {
            return before.stream()
                    .map(owner -> others.stream()
                            .filter(other -> other.is(owner.manager(), owner.operation(), owner.subresource()))
                            .findFirst()
                            .orElse(owner))
                    .toList();
        }
        var all = new ArrayList<>(others);
        all.add(me);
        return all;
    }

    private Fields owned(ObjectNode object) {
        return trees.of("", stripped(object));
    }

    private static Fields owned(List<Owner> owners, String manager, String operation, String subresource) {
        return owners.stream()
                .filter(owner -> owner.is(manager, operation, subresource))
                .map(Owner::fields)
                .findFirst()
                .orElseGet(Fields::none);
    }

    private static ObjectNode stripped(ObjectNode object) {
        var stripped = object.deepCopy();
        stripped.remove(List.of("apiVersion", "kind"));
        if (stripped.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(UNOWNED);
            if (metadata.isEmpty()) {
                stripped.remove("metadata");
            }
        }
        return stripped;
    }

    static List<Owner> owners(ObjectNode object) {
        return Trees.each(object.at("/metadata/managedFields"))
                .map(Owner::parse)
                .toList();
    }

    private static void write(ObjectNode object, List<Owner> owners) {
        var list = Trees.array();
        owners.stream().filter(owner -> !owner.fields().isEmpty()).forEach(owner -> list.add(owner.json()));
        object.withObject("/metadata").set("managedFields", list);
    }

    private static String version(ObjectNode object) {
        return Trees.text(object, "/apiVersion");
    }
}
