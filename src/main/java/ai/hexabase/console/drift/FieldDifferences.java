package ai.hexabase.console.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Field by field, where a live object is not as it should be. */
final class FieldDifferences {
    private final ManagedFields managed;
    private final List<Difference> found = new ArrayList<>();

    private FieldDifferences(ManagedFields managed) {
        this.managed = managed;
    }

    /** One field; a side that lacks it is a missing node. */
    record Difference(FieldPath path, JsonNode expected, JsonNode live) {}

    static List<Difference> between(JsonNode expected, JsonNode live, ManagedFields managed) {
        var differences = new FieldDifferences(managed);
        differences.compare(FieldPath.ROOT, expected, live);
        return List.copyOf(differences.found);
    }

    private void compare(FieldPath path, JsonNode expected, JsonNode live) {
        if (expected.equals(live)) {
            return;
        }
        if (expected.isObject() && live.isObject()) {
            names(expected, live).forEach(name -> compare(path.field(name), expected.path(name), live.path(name)));
        } else if (expected.isArray() && live.isArray()) {
            lists(path, expected, live);
        } else {
            found.add(new Difference(path, expected, live));
        }
    }

    private static Set<String> names(JsonNode expected, JsonNode live) {
        var names = new LinkedHashSet<>(expected.propertyNames());
        names.addAll(live.propertyNames());
        return names;
    }

    private void lists(FieldPath path, JsonNode expected, JsonNode live) {
        var keys = keys(path, expected, live);
        var wanted = byKey(path, expected, keys);
        var there = byKey(path, live, keys);
        if (wanted.isPresent() && there.isPresent()) {
            var items = new LinkedHashSet<>(wanted.get().keySet());
            items.addAll(there.get().keySet());
            var before = found.size();
            items.forEach(item -> compare(
                    item,
                    wanted.get().getOrDefault(item, MissingNode.getInstance()),
                    there.get().getOrDefault(item, MissingNode.getInstance())));
            if (found.size() > before) {
                return;
            }
        }
        if (expected.size() == live.size() && expected.valueStream().allMatch(JsonNode::isObject)) {
            for (var i = 0; i < expected.size(); i++) {
                compare(path.index(i), expected.get(i), live.get(i));
            }
        } else {
            found.add(new Difference(path, expected, live));
        }
    }

    /** As Kubernetes tells items apart; by their name where it does not say. */
    private Set<String> keys(FieldPath path, JsonNode expected, JsonNode live) {
        var told = managed.keysOf(path);
        var named = Stream.concat(expected.valueStream(), live.valueStream()).allMatch(item -> item.has("name"));
        return told.isEmpty() && named ? Set.of("name") : told;
    }

    /** Empty when the keys do not tell all items apart. */
    private static Optional<Map<FieldPath, JsonNode>> byKey(FieldPath list, JsonNode items, Set<String> keys) {
        var byKey = new LinkedHashMap<FieldPath, JsonNode>();
        for (var item : items) {
            var key = JsonMapper.shared().createObjectNode();
            keys.stream().filter(item::has).forEach(name -> key.set(name, item.get(name)));
            if (key.isEmpty() || byKey.put(list.item(key), item) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(byKey);
    }
}
