package ai.hexabase.console.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Short words for reading and building JSON trees. */
final class Trees {
    static final JsonMapper JSON = JsonMapper.shared();

    private Trees() {}

    /** An object of the given names and values; values are trees, maps, lists, texts, numbers or booleans. */
    static ObjectNode object(Object... namesAndValues) {
        var object = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set((String) namesAndValues[i], JSON.<JsonNode>valueToTree(namesAndValues[i + 1]));
        }
        return object;
    }

    static ArrayNode array(Object... values) {
        var array = JSON.createArrayNode();
        for (var value : values) {
            array.add(JSON.<JsonNode>valueToTree(value));
        }
        return array;
    }

    /** The text at the pointer, empty when there is none. */
    static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }

    static int number(JsonNode node, String pointer, int otherwise) {
        return node.at(pointer).asInt(otherwise);
    }

    static boolean flag(JsonNode node, String pointer) {
        return node.at(pointer).asBoolean(false);
    }

    static boolean has(JsonNode node, String pointer) {
        var found = node.at(pointer);
        return !found.isMissingNode() && !found.isNull();
    }

    static Map<String, String> texts(JsonNode node) {
        var texts = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }

    /** The elements of a list; none when there is no list. */
    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The objects in a list, for changing them. */
    static Stream<ObjectNode> objects(JsonNode list) {
        return each(list).filter(JsonNode::isObject).map(ObjectNode.class::cast);
    }

    static void putIfAbsent(ObjectNode object, String name, Object value) {
        var found = object.get(name);
        if (found == null || found.isNull()) {
            object.set(name, JSON.<JsonNode>valueToTree(value));
        }
    }

    static void putIfPresent(ObjectNode object, String name, @Nullable Object value) {
        if (value != null) {
            object.set(name, JSON.<JsonNode>valueToTree(value));
        }
    }

    static void copy(JsonNode from, ObjectNode to, String... names) {
        for (var name : names) {
            var value = from.get(name);
            if (value != null) {
                to.set(name, value.deepCopy());
            }
        }
    }
}
