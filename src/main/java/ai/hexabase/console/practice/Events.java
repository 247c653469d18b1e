package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records what happened to objects; the same event again only counts up. */
final class Events {
    private static final Duration KEPT = Duration.ofHours(1);

    private final World world;

    Events(World world) {
        this.world = world;
    }

    void normal(JsonNode about, String component, String reason, String message) {
        record(about, component, "Normal", reason, message);
    }

    void warning(JsonNode about, String component, String reason, String message) {
        record(about, component, "Warning", reason, message);
    }

    private void record(JsonNode about, String component, String type, String reason, String message) {
        var namespace = Meta.namespace(about).isEmpty() ? "default" : Meta.namespace(about);
        var home = world.shelf().get(ResourceKind.NAMESPACE.named(namespace));
        if (home == null || Meta.deleting(home)) {
            return;
        }
        var name = Meta.name(about) + "." + Dice.hash(Meta.uid(about) + component + reason + message);
        var known = world.shelf().get(ResourceKind.EVENT.named(namespace, name));
        var event = known == null ? first(about, namespace, name, component) : known.deepCopy();
        event.put("type", type).put("reason", reason).put("message", message);
        event.put("count", Trees.number(event, "/count", 0) + 1).put("lastTimestamp", world.time());
        world.shelf().put(event);
    }

    private ObjectNode first(JsonNode about, String namespace, String name, String component) {
        var event = Meta.unowned(ResourceKind.EVENT, name, namespace, Map.of());
        event.withObject("/metadata").put("uid", world.dice().uid()).put("creationTimestamp", world.time());
        var involved = event.putObject("involvedObject");
        involved.put("kind", Trees.text(about, "/kind")).put("apiVersion", Trees.text(about, "/apiVersion"));
        if (!Meta.namespace(about).isEmpty()) {
            involved.put("namespace", Meta.namespace(about));
        }
        involved.put("name", Meta.name(about)).put("uid", Meta.uid(about));
        event.put("firstTimestamp", world.time()).put("reportingComponent", component);
        event.putObject("source").put("component", component);
        return event;
    }

    /** Whether that long has passed since the last event of this reason about the object; true when there is none. */
    boolean quiet(JsonNode about, String reason, Duration time) {
        return world.shelf().in(Meta.namespace(about), ResourceKind.EVENT).stream()
                .filter(event -> Trees.text(event, "/involvedObject/uid").equals(Meta.uid(about)))
                .filter(event -> Trees.text(event, "/reason").equals(reason))
                .allMatch(event -> Meta.instant(event, "/lastTimestamp")
                        .filter(last -> !world.past(last, time))
                        .isEmpty());
    }

    void forgetOld() {
        for (var event : world.shelf().all(ResourceKind.EVENT)) {
            Meta.instant(event, "/lastTimestamp")
                    .filter(last -> world.past(last, KEPT))
                    .ifPresent(old -> world.shelf().remove(Meta.ref(event)));
        }
    }
}
