package ai.hexabase.console.drift;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a field stands in an object. Steps are written as in the API server's managed fields: {@code f:spec} goes into
 * a map, <code>k:{"name":"main"}</code> to the item of a list with these keys, {@code i:2} to the third item.
 */
public record FieldPath(List<String> steps) {
    static final FieldPath ROOT = new FieldPath(List.of());
    private static final JsonMapper JSON = JsonMapper.shared();

    @JsonCreator
    public FieldPath {
        steps = List.copyOf(steps);
    }

    @JsonValue
    @Override
    public List<String> steps() {
        return steps;
    }

    FieldPath field(String name) {
        return plus("f:" + name);
    }

    FieldPath item(ObjectNode keys) {
        return plus("k:" + JSON.writeValueAsString(keys));
    }

    FieldPath index(int index) {
        return plus("i:" + index);
    }

    private FieldPath plus(String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    /** The node in this object; a missing node when there is none. */
    JsonNode in(JsonNode tree) {
        var node = tree;
        for (var step : steps) {
            node = next(node, step);
        }
        return node;
    }

    private static JsonNode next(JsonNode node, String step) {
        var rest = step.substring(2);
        return switch (step.charAt(0)) {
            case 'f' -> node.path(rest);
            case 'i' -> node.path(Integer.parseInt(rest));
            default -> item(node, JSON.readTree(rest));
        };
    }

    private static JsonNode item(JsonNode list, JsonNode keys) {
        return list.valueStream()
                .filter(item -> keys.properties().stream()
                        .allMatch(key -> key.getValue().equals(item.path(key.getKey()))))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** What a manager's set of fields ({@code fieldsV1}) says below this path; missing when the path is not in it. */
    JsonNode below(JsonNode fields) {
        var node = fields;
        for (var step : steps) {
            node = child(node, step);
        }
        return node;
    }

    /** Whether a manager's set of fields holds this path, or a whole of which it is a part. */
    boolean isIn(JsonNode fields) {
        var node = fields;
        for (var step : steps) {
            var next = child(node, step);
            if (next.isMissingNode()) {
                // what is owned as a whole is not taken apart there
                return node != fields && node.isObject() && node.isEmpty();
            }
            node = next;
        }
        return node != fields;
    }

    private static JsonNode child(JsonNode node, String step) {
        if (!step.startsWith("k:")) {
            return node.path(step);
        }
        var keys = JSON.readTree(step.substring(2));
        return node.properties().stream()
                .filter(entry -> entry.getKey().startsWith("k:"))
                .filter(entry -> JSON.readTree(entry.getKey().substring(2)).equals(keys))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** As the API server writes paths in its conflicts, such as <code>.spec.containers[name="main"].image</code>. */
    @Override
    public String toString() {
        return steps.stream().map(FieldPath::written).collect(Collectors.joining());
    }

    private static String written(String step) {
        var rest = step.substring(2);
        return switch (step.charAt(0)) {
            case 'f' -> "." + rest;
            case 'i' -> "[" + rest + "]";
            default ->
                JSON.readTree(rest).properties().stream()
                        .map(key -> key.getKey() + "=" + key.getValue())
                        .collect(Collectors.joining(",", "[", "]"));
        };
    }
}
