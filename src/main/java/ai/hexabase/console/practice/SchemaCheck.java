package ai.hexabase.console.practice;

import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.RequestRefused;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refuses fields that a kind does not have and values of the wrong type, in the API server's words. */
final class SchemaCheck {
    private static final Map<Class<?>, Map<String, Type>> FIELDS = new ConcurrentHashMap<>();

    private SchemaCheck() {}

    static void check(ObjectNode object) {
        var model = ModelClasses.ALL.get(Meta.kind(object));
        var mistake = model == null ? CustomSchemas.mistake(object) : mistake("", object, model);
        if (mistake != null) {
            throw refusal(object, mistake.path(), mistake.words());
        }
    }

    /** @param path such as {@code .spec.replicas} */
    record Mistake(String path, String words) {}

    private static RequestRefused refusal(ObjectNode object, String path, String words) {
        var ref = Meta.ref(object);
        var message = "failed to create typed patch object (%s; %s, Kind=%s): %s: %s"
                .formatted(
                        ref.namespace() == null ? "/" + ref.name() : ref.namespace() + "/" + ref.name(),
                        ref.kind().apiVersion(),
                        ref.kind().kind(),
                        path,
                        words);
        var cause = new Refusal.Cause(path.substring(1), words);
        return new RequestRefused(new Refusal(422, "Invalid", message, List.of(cause)));
    }

    private static @Nullable Mistake mistake(String path, JsonNode node, Type type) {
        if (node.isNull()) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            return containerMistake(path, node, generic);
        }
        return type instanceof Class<?> known ? classMistake(path, node, known) : null;
    }

    private static @Nullable Mistake containerMistake(String path, JsonNode node, ParameterizedType type) {
        if (type.getRawType() == Map.class) {
            if (!node.isObject()) {
                return new Mistake(path, "expected map, got " + shown(node));
            }
            return firstOf(node, type.getActualTypeArguments()[1], path);
        }
        if (!node.isArray()) {
            return new Mistake(path, "expected list, got " + shown(node));
        }
        for (int i = 0; i < node.size(); i++) {
            var found = mistake(path + "[" + i + "]", node.get(i), type.getActualTypeArguments()[0]);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Mistake firstOf(JsonNode map, Type type, String path) {
        return map.properties().stream()
                .map(entry -> Optional.ofNullable(mistake(path + "." + entry.getKey(), entry.getValue(), type)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Mistake classMistake(String path, JsonNode node, Class<?> type) {
        if (type == String.class) {
            return node.isString() ? null : new Mistake(path, "expected string, got " + shown(node));
        }
        if (type == Integer.class || type == Long.class || type == Double.class) {
            return node.isNumber() ? null : new Mistake(path, "expected numeric (int or float), got " + shown(node));
        }
        if (type == Boolean.class) {
            return node.isBoolean() ? null : new Mistake(path, "expected boolean, got " + shown(node));
        }
        if (type == Quantity.class || type == IntOrString.class) {
            return node.isString() || node.isNumber()
                    ? null
                    : new Mistake(path, "expected string or number, got " + shown(node));
        }
        return KubernetesResource.class.isAssignableFrom(type) ? structMistake(path, node, type) : null;
    }

    private static @Nullable Mistake structMistake(String path, JsonNode node, Class<?> type) {
        var fields = fields(type);
        if (fields.isEmpty()) {
            return null;
        }
        if (!node.isObject()) {
            return new Mistake(path, "expected map, got " + shown(node));
        }
        for (var entry : node.properties()) {
            var field = fields.get(entry.getKey());
            var below = path + "." + entry.getKey();
            var found = field == null
                    ? new Mistake(below, "field not declared in schema")
                    : mistake(below, entry.getValue(), field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Map<String, Type> fields(Class<?> type) {
        return FIELDS.computeIfAbsent(type, SchemaCheck::read);
    }

    private static Map<String, Type> read(Class<?> type) {
        var fields = new HashMap<String, Type>();
        for (@Nullable Class<?> level = type; level != null; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                var name = field.getAnnotation(JsonProperty.class);
                if (name != null) {
                    fields.put(name.value().isEmpty() ? field.getName() : name.value(), field.getGenericType());
                }
            }
        }
        return fields;
    }

    private static String shown(JsonNode node) {
        return "&value.valueUnstructured{Value:" + node + "}";
    }
}
