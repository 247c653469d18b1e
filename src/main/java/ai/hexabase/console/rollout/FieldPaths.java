package ai.hexabase.console.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes fields out of an object by the API server's notation for managed fields, such as {@code .spec.replicas} or
 * {@code .spec.template.spec.containers[name="main"].image}.
 */
final class FieldPaths {
    private static final Pattern STEP = Pattern.compile(
            "\\.\"((?:[^\"\\\\]|\\\\.)*)\"|\\.([^.\\[\"]+)|\\[((?:[^\\]\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)]");

    private FieldPaths() {}

    /** True when the field was there and is gone now. */
    static boolean remove(ObjectNode tree, String path) {
        return remove(tree, steps(path), 0);
    }

    private static boolean remove(JsonNode node, List<String> steps, int at) {
        if (at >= steps.size()) {
            return false;
        }
        if (steps.get(at).startsWith("[")) {
            return removeItem(node, steps, at);
        }
        // Keys may hold dots themselves (labels), and the server does not quote them: try longer and longer names.
        var name = "";
        for (var end = at; end < steps.size() && steps.get(end).startsWith("."); end++) {
            name = name.isEmpty() ? steps.get(end).substring(1) : name + steps.get(end);
            if (node instanceof ObjectNode object && object.has(name)) {
                if (end == steps.size() - 1) {
                    return object.remove(name) != null;
                }
                if (remove(object.get(name), steps, end + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean removeItem(JsonNode node, List<String> steps, int at) {
        if (!(node instanceof ArrayNode array)) {
            return false;
        }
        for (var i = 0; i < array.size(); i++) {
            if (selects(steps.get(at).substring(1), array.get(i))) {
                if (at < steps.size() - 1) {
                    return remove(array.get(i), steps, at + 1);
                }
                array.remove(i);
                return true;
            }
        }
        return false;
    }

    /** A name begins with a dot, the choice of an item with a bracket. */
    static List<String> steps(String path) {
        var steps = new ArrayList<String>();
        var matcher = STEP.matcher(path);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                steps.add("[" + matcher.group(3));
            } else {
                steps.add("." + (matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
            }
        }
        return steps;
    }

    /** {@code name="a",port=80} selects by fields, {@code ="a"} by value. */
    static boolean selects(String selector, JsonNode item) {
        for (var part : selector.split(",(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)")) {
            var equals = part.indexOf('=');
            if (equals < 0) {
                return false;
            }
            var expected = JsonMapper.shared().readTree(part.substring(equals + 1));
            var actual = equals == 0 ? item : item.path(part.substring(0, equals));
            if (!expected.asString("").equals(actual.asString(""))) {
                return false;
            }
        }
        return true;
    }
}
