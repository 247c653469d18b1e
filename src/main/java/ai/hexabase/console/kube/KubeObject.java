package ai.hexabase.console.kube;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Kubernetes object as the API server sends or takes it; a value that nobody changes.
 *
 * <p>Parts are addressed by JSON Pointer (RFC 6901), such as {@code /spec/replicas}.
 */
public final class KubeObject {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final ObjectNode tree;

    private KubeObject(ObjectNode tree) {
        this.tree = tree;
    }

    /** Copies the tree; it must hold apiVersion, kind and metadata.name of a known kind. */
    public static KubeObject of(JsonNode tree) {
        if (!(tree instanceof ObjectNode object)) {
            throw new IllegalArgumentException("Not an object: " + tree.getNodeType());
        }
        return new KubeObject(object.deepCopy());
    }

    /** Takes over a tree that nobody else holds, without copying it. */
    static KubeObject taking(ObjectNode tree) {
        return new KubeObject(tree);
    }

    public static KubeObject of(Map<String, ?> tree) {
        return new KubeObject(JSON.valueToTree(tree));
    }

    public static KubeObject parse(String json) {
        return of(JSON.readTree(json));
    }

    /** A copy of the whole tree. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /** The node at the pointer; a missing node when there is none. Treat it as read-only. */
    public JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    public @Nullable String text(String pointer) {
        var node = tree.at(pointer);
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }

    public String text(String pointer, String otherwise) {
        var text = text(pointer);
        return text == null ? otherwise : text;
    }

    public int number(String pointer, int otherwise) {
        var node = tree.at(pointer);
        return node.isNumber() ? node.asInt() : otherwise;
    }

    public ResourceKind kind() {
        return ResourceKind.of(text("/apiVersion", ""), text("/kind", ""));
    }

    public String name() {
        return text("/metadata/name", "");
    }

    public @Nullable String namespace() {
        return text("/metadata/namespace");
    }

    public @Nullable String uid() {
        return text("/metadata/uid");
    }

    public @Nullable String resourceVersion() {
        return text("/metadata/resourceVersion");
    }

    public ObjectRef ref() {
        return new ObjectRef(kind(), namespace(), name());
    }

    public Map<String, String> labels() {
        return texts("/metadata/labels");
    }

    public Map<String, String> annotations() {
        return texts("/metadata/annotations");
    }

    private Map<String, String> texts(String pointer) {
        var texts = new LinkedHashMap<String, String>();
        tree.at(pointer)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return Map.copyOf(texts);
    }

    public String json() {
        return JSON.writeValueAsString(tree);
    }

    /** The object as people write it: block style, customary order. Values of Secrets are shown as they are. */
    public String yaml() {
        return Yaml.write(tree);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KubeObject object && object.tree.equals(tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return text("/kind", "?") + " " + (namespace() == null ? "" : namespace() + "/") + name();
    }
}
