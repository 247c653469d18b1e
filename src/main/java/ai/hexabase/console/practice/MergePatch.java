package ai.hexabase.console.practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7386). */
final class MergePatch {
    private MergePatch() {}

    static void apply(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(entry -> {
            var value = entry.getValue();
            if (value.isNull()) {
                target.remove(entry.getKey());
            } else if (value.isObject()) {
                if (!(target.get(entry.getKey()) instanceof ObjectNode)) {
                    target.putObject(entry.getKey());
                }
                apply((ObjectNode) target.get(entry.getKey()), value);
            } else {
                target.set(entry.getKey(), value);
            }
        });
    }
}
