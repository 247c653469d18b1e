package ai.hexabase.console.practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of {@code managedFields}: who owns which fields.
 *
 * @param operation {@code Apply} or {@code Update}
 * @param subresource empty, or such as {@code status}
 * @param time RFC 3339
 */
record Owner(String manager, String operation, String subresource, String apiVersion, String time, Fields fields) {
    static final String APPLY = "Apply";
    static final String UPDATE = "Update";

    static Owner parse(JsonNode entry) {
        return new Owner(
                Trees.text(entry, "/manager"),
                Trees.text(entry, "/operation"),
                Trees.text(entry, "/subresource"),
                Trees.text(entry, "/apiVersion"),
                Trees.text(entry, "/time"),
                Fields.parse(entry.path("fieldsV1")));
    }

    ObjectNode json() {
        var entry = Trees.object("manager", manager, "operation", operation, "apiVersion", apiVersion, "time", time);
        entry.put("fieldsType", "FieldsV1").set("fieldsV1", fields.json());
        if (!subresource.isEmpty()) {
            entry.put("subresource", subresource);
        }
        return entry;
    }

    Owner owning(Fields newFields) {
        return new Owner(manager, operation, subresource, apiVersion, time, newFields);
    }

    boolean is(String otherManager, String otherOperation, String otherSubresource) {
        return manager.equals(otherManager) && operation.equals(otherOperation) && subresource.equals(otherSubresource);
    }

    /** As the API server names it in a conflict. */
    String shown() {
        var shown = "\"" + manager + "\"" + (subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"");
        return operation.equals(UPDATE) ? shown + " using " + apiVersion + " at " + time : shown;
    }
}
