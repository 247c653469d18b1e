package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.KubeObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a live object which manager owns which field. */
final class ManagedFields {
    private ManagedFields() {}

    /** @param path in the API server's notation, such as {@code .spec.replicas} */
    static boolean owns(KubeObject live, String manager, String path) {
        return live.at("/metadata/managedFields")
                .valueStream()
                .filter(entry -> manager.equals(entry.path("manager").asString("")))
                .anyMatch(entry -> holds(entry.path("fieldsV1"), FieldPaths.steps(path), 0));
    }

    private static boolean holds(@Nullable JsonNode node, List<String> steps, int at) {
        if (node == null || node.isMissingNode()) {
            return false;
        }
        if (at == steps.size()) {
            return true;
        }
        if (steps.get(at).startsWith("[")) {
            return node.properties().stream()
                    .filter(entry -> isItem(entry.getKey(), steps.get(at)))
                    .anyMatch(entry -> holds(entry.getValue(), steps, at + 1));
        }
        // as in FieldPaths: keys may hold dots themselves
        var name = "";
        for (var end = at; end < steps.size() && steps.get(end).startsWith("."); end++) {
            name = name.isEmpty() ? steps.get(end).substring(1) : name + steps.get(end);
            if (holds(node.get("f:" + name), steps, end + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Items are named {@code k:} with their keys, {@code v:} with their value. */
    private static boolean isItem(String key, String step) {
        if (!key.startsWith("k:") && !key.startsWith("v:")) {
            return false;
        }
        var named = JsonMapper.shared().readTree(key.substring(2));
        return FieldPaths.selects(step.substring(1), named);
    }
}
