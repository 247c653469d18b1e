package ai.hexabase.console.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges, compares and prunes object trees field by field, as server-side apply does. */
record FieldTrees(FieldTypes types) {
    /** All fields that the tree sets. */
    Fields of(String name, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Fields.none();
        }
        var keys = node.isArray() ? types.keys(name) : null;
        if (node.isEmpty() || (node.isArray() && keys == null && !types.isSet(name)) || types.isWhole(name)) {
            return Fields.self();
        }
        var fields = Fields.none();
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> fields.with("f:" + entry.getKey(), of(entry.getKey(), entry.getValue())));
        } else if (keys != null) {
            node.forEach(item ->
                    fields.with(FieldTypes.element(item, keys), Fields.self().or(of("", item))));
        } else {
            node.forEach(item -> fields.with(FieldTypes.value(item), Fields.self()));
        }
        return fields;
    }

    /** The live node with everything that {@code applied} sets. */
    JsonNode merge(String name, @Nullable JsonNode live, JsonNode applied) {
        if (live instanceof ObjectNode before && applied.isObject() && !types.isWhole(name)) {
            var merged = before.deepCopy();
            applied.properties()
                    .forEach(entry -> merged.set(
                            entry.getKey(), merge(entry.getKey(), before.get(entry.getKey()), entry.getValue())));
            return merged;
        }
        if (live instanceof ArrayNode before && applied.isArray()) {
            var keys = types.keys(name);
            if (keys != null || types.isSet(name)) {
                return mergeLists(before, applied, keys);
            }
        }
        return applied.deepCopy();
    }

    private JsonNode mergeLists(ArrayNode live, JsonNode applied, @Nullable List<String> keys) {
        var wanted = named(applied, keys);
        var known = named(live, keys);
        var merged = Trees.array();
        boolean sameOrder = known.keySet().stream()
                .filter(wanted::containsKey)
                .toList()
                .equals(wanted.keySet().stream().filter(known::containsKey).toList());
        var order = new LinkedHashMap<String, JsonNode>(sameOrder ? known : wanted);
        order.putAll(sameOrder ? wanted : known);
        for (var name : order.keySet()) {
            var item = wanted.get(name);
            var before = known.get(name);
            merged.add(item == null ? before : merge("", before, item));
        }
        return merged;
    }

    private static Map<String, JsonNode> named(JsonNode list, @Nullable List<String> keys) {
        var named = new LinkedHashMap<String, JsonNode>();
        list.forEach(item -> named.put(keys == null ? FieldTypes.value(item) : FieldTypes.element(item, keys), item));
        return named;
    }

    /** The fields in which the two trees differ. */
    Fields difference(String name, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null || before.isNull() || after.isNull()) {
            return of(name, before).or(of(name, after));
        }
        if (before.equals(after)) {
            return Fields.none();
        }
        if (before.isObject() && after.isObject() && !types.isWhole(name)) {
            return objectDifference(before, after);
        }
        var keys = types.keys(name);
        if (before.isArray() && after.isArray() && (keys != null || types.isSet(name))) {
            return listDifference(named(before, keys), named(after, keys));
        }
        return Fields.self();
    }

    private Fields objectDifference(JsonNode before, JsonNode after) {
        var fields = Fields.none();
        before.properties()
                .forEach(entry -> fields.with(
                        "f:" + entry.getKey(),
                        difference(entry.getKey(), entry.getValue(), after.get(entry.getKey()))));
        after.properties().stream()
                .filter(entry -> !before.has(entry.getKey()))
                .forEach(entry -> fields.with("f:" + entry.getKey(), of(entry.getKey(), entry.getValue())));
        return fields;
    }

    private Fields listDifference(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var fields = Fields.none();
        before.forEach((name, item) -> fields.with(name, itemDifference(item, after.get(name))));
        after.forEach((name, item) -> {
            if (!before.containsKey(name)) {
                fields.with(name, itemDifference(null, item));
            }
        });
        return fields;
    }

    private Fields itemDifference(@Nullable JsonNode before, @Nullable JsonNode after) {
        var difference = difference("", before, after);
        return before == null || after == null ? Fields.self().or(difference) : difference;
    }

    /** Takes {@code gone} out of the tree, except what {@code kept} names; maps that become empty go as well. */
    void prune(JsonNode node, Fields gone, @Nullable Fields kept) {
        gone.forEachChild((name, child) -> {
            var keptChild = kept == null ? null : kept.child(name);
            if (node instanceof ObjectNode object) {
                pruneField(object, name.substring(2), child, keptChild);
            } else if (node instanceof ArrayNode array) {
                pruneItem(array, name, child, keptChild);
            }
        });
    }

    private void pruneField(ObjectNode object, String name, Fields gone, @Nullable Fields kept) {
        var found = object.get(name);
        if (found == null) {
            return;
        }
        if (gone.isMember() && kept == null) {
            object.remove(name);
            return;
        }
        prune(found, gone, kept);
        if (found.isContainer() && found.isEmpty() && kept == null) {
            object.remove(name);
        }
    }

    private void pruneItem(ArrayNode array, String name, Fields gone, @Nullable Fields kept) {
        for (int i = 0; i < array.size(); i++) {
            if (!isNamed(array.get(i), name)) {
                continue;
            }
            if (gone.isMember() && kept == null) {
                array.remove(i);
            } else {
                prune(array.get(i), gone, kept);
            }
            return;
        }
    }

    private static boolean isNamed(JsonNode item, String name) {
        if (name.startsWith("v:")) {
            return FieldTypes.value(item).equals(name);
        }
        var keys = Trees.JSON.readTree(name.substring(2));
        return name.equals(FieldTypes.element(
                item, keys.properties().stream().map(Map.Entry::getKey).toList()));
    }
}
