package ai.hexabase.console.practice;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes what a pod's status says. */
final class PodState {
    private PodState() {}

    static String phase(JsonNode pod) {
        return Trees.text(pod, "/status/phase");
    }

    static boolean ended(JsonNode pod) {
        var phase = phase(pod);
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    static boolean ready(JsonNode pod) {
        return Conditions.isTrue(pod, "Ready");
    }

    /** Neither ended nor on its way out. */
    static boolean active(JsonNode pod) {
        return !ended(pod) && !Meta.deleting(pod);
    }

    static String node(JsonNode pod) {
        return Trees.text(pod, "/spec/nodeName");
    }

    static Optional<ObjectNode> container(ObjectNode pod, String name) {
        return Trees.objects(pod.at("/status/containerStatuses"))
                .filter(status -> Trees.text(status, "/name").equals(name))
                .findFirst();
    }
}
