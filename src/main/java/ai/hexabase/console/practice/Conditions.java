package ai.hexabase.console.practice;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@code status.conditions}. */
final class Conditions {
    private Conditions() {}

    static Optional<ObjectNode> find(JsonNode object, String type) {
        return Trees.objects(object.at("/status/conditions"))
                .filter(condition -> Trees.text(condition, "/type").equals(type))
                .findFirst();
    }

    static boolean isTrue(JsonNode object, String type) {
        return find(object, type)
                .filter(condition -> Trees.text(condition, "/status").equals("True"))
                .isPresent();
    }

    /**
     * Sets the condition; its transition time moves only when its status changes.
     *
     * @param now RFC 3339
     */
    static void set(ObjectNode object, String type, boolean status, String reason, String message, String now) {
        var word = status ? "True" : "False";
        var condition = find(object, type).orElseGet(() -> {
            var list = object.withObject("/status").withArray("conditions");
            return list.addObject().put("type", type);
        });
        if (!Trees.text(condition, "/status").equals(word)) {
            condition.put("lastTransitionTime", now);
        }
        condition.put("status", word);
        set(condition, "reason", reason);
        set(condition, "message", message);
    }

    private static void set(ObjectNode condition, String field, String text) {
        if (text.isEmpty()) {
            condition.remove(field);
        } else {
            condition.put(field, text);
        }
    }

    static void remove(ObjectNode object, String type) {
        if (object.at("/status/conditions") instanceof tools.jackson.databind.node.ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (Trees.text(list.get(i), "/type").equals(type)) {
                    list.remove(i);
                }
            }
        }
    }
}
