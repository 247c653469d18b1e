package ai.hexabase.console.kube;

import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the lines of a watch and remembers how far they led. */
final class WatchEvents {
    /** One line of a watch. */
    sealed interface Event {
        default void tell(WatchListener listener) {}
    }

    record Upserted(KubeObject object) implements Event {
        @Override
        public void tell(WatchListener listener) {
            listener.upserted(object);
        }
    }

    record Removed(ObjectRef ref) implements Event {
        @Override
        public void tell(WatchListener listener) {
            listener.removed(ref);
        }
    }

    /** Nothing happened up to here. */
    record Bookmark() implements Event {}

    /** The server no longer knows what happened since our version (410). */
    record Forgotten() implements Event {}

    private final ResourceKind kind;
    private String version;
    private int count;

    WatchEvents(ResourceKind kind, String version) {
        this.kind = kind;
        this.version = version;
    }

    String version() {
        return version;
    }

    int count() {
        return count;
    }

    Event read(String line, URI server) {
        var node = parse(line, server);
        var object = node.path("object");
        if (!(object instanceof ObjectNode tree)) {
            throw garbage(line, server);
        }
        var event = event(node.path("type").asString(""), tree, line, server);
        if (!(event instanceof Forgotten)) {
            count++;
            version = object.at("/metadata/resourceVersion").asString(version);
        }
        return event;
    }

    private Event event(String type, ObjectNode tree, String line, URI server) {
        return switch (type) {
            case "ADDED", "MODIFIED" -> new Upserted(KubeObject.taking(tree));
            case "DELETED" -> new Removed(ref(tree));
            case "BOOKMARK" -> new Bookmark();
            case "ERROR" -> error(tree);
            default -> throw garbage(line, server);
        };
    }

    private ObjectRef ref(JsonNode tree) {
        var namespace = tree.at("/metadata/namespace").asString("");
        return new ObjectRef(
                kind,
                namespace.isEmpty() ? null : namespace,
                tree.at("/metadata/name").asString(""));
    }

    private static Event error(JsonNode status) {
        int code = status.path("code").asInt(500);
        if (code == 410) {
            return new Forgotten();
        }
        throw new RequestRefused(Statuses.refusal(status, code));
    }

    private static JsonNode parse(String line, URI server) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException broken) {
            throw garbage(line, server);
        }
    }

    private static ConnectionFailed garbage(String line, URI server) {
        var start = line.substring(0, Math.min(200, line.length()));
        return new ConnectionFailed(ConnectionFailed.Kind.GARBAGE, server.toString(), start, null);
    }
}
