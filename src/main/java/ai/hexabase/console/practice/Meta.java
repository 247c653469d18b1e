package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what every object carries. */
final class Meta {
    private Meta() {}

    static String name(JsonNode object) {
        return Trees.text(object, "/metadata/name");
    }

    /** Empty for cluster-scoped objects. */
    static String namespace(JsonNode object) {
        return Trees.text(object, "/metadata/namespace");
    }

    static String uid(JsonNode object) {
        return Trees.text(object, "/metadata/uid");
    }

    static ResourceKind kind(JsonNode object) {
        return ResourceKind.of(Trees.text(object, "/apiVersion"), Trees.text(object, "/kind"));
    }

    static ObjectRef ref(JsonNode object) {
        var kind = kind(object);
        return new ObjectRef(kind, kind.namespaced() ? namespace(object) : null, name(object));
    }

    static Map<String, String> labels(JsonNode object) {
        return Trees.texts(object.at("/metadata/labels"));
    }

    static boolean deleting(JsonNode object) {
        return Trees.has(object, "/metadata/deletionTimestamp");
    }

    static Instant created(JsonNode object) {
        return instant(object, "/metadata/creationTimestamp").orElse(Instant.EPOCH);
    }

    static Optional<Instant> instant(JsonNode object, String pointer) {
        var text = Trees.text(object, pointer);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException broken) {
            return Optional.empty();
        }
    }

    /** The reference to the object that made and keeps this one. */
    static Optional<JsonNode> controller(JsonNode object) {
        return Trees.each(object.at("/metadata/ownerReferences"))
                .filter(owner -> Trees.flag(owner, "/controller"))
                .findFirst();
    }

    static boolean controlledBy(JsonNode object, JsonNode owner) {
        return controller(object)
                .filter(reference -> Trees.text(reference, "/uid").equals(uid(owner)))
                .isPresent();
    }

    /** A reference by which {@code owner} keeps its dependant. */
    static ObjectNode ownerReference(JsonNode owner) {
        return Trees.object(
                "apiVersion", Trees.text(owner, "/apiVersion"),
                "kind", Trees.text(owner, "/kind"),
                "name", name(owner),
                "uid", uid(owner),
                "controller", true,
                "blockOwnerDeletion", true);
    }

    /** A new object of that kind, kept by {@code owner} in its namespace. */
    static ObjectNode dependant(ResourceKind kind, String name, JsonNode owner, Map<String, String> labels) {
        var object = unowned(kind, name, namespace(owner), labels);
        object.withArray("/metadata/ownerReferences").add(ownerReference(owner));
        return object;
    }

    /** A new object of that kind; {@code namespace} is not used for cluster-scoped kinds. */
    static ObjectNode unowned(ResourceKind kind, String name, String namespace, Map<String, String> labels) {
        var object = Trees.object("apiVersion", kind.apiVersion(), "kind", kind.kind());
        var metadata = object.putObject("metadata").put("name", name);
        if (kind.namespaced()) {
            metadata.put("namespace", namespace);
        }
        if (!labels.isEmpty()) {
            metadata.set("labels", Trees.object());
            labels.forEach((key, value) -> object.withObject("/metadata/labels").put(key, value));
        }
        return object;
    }
}
