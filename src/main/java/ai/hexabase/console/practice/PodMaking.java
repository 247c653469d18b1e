package ai.hexabase.console.practice;

import ai.hexabase.console.kube.RequestRefused;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes and counts the pods of a set or a job. */
record PodMaking(World world, ApiServer server, Events events, String by) {
    private static final Duration RETRY = Duration.ofSeconds(5);

    List<ObjectNode> podsOf(JsonNode owner) {
        return world.shelf().in(Meta.namespace(owner), ResourceKind.POD).stream()
                .filter(pod -> Meta.controlledBy(pod, owner))
                .toList();
    }

    /** Makes a pod from the owner's template; what refused it, when something did. */
    Optional<String> make(JsonNode owner, String name, Map<String, String> moreLabels) {
        try {
            var pod = pod(owner, name, moreLabels);
            server.create(pod, by, false);
            events.normal(owner, by, "SuccessfulCreate", "Created pod: " + name);
            return Optional.empty();
        } catch (RequestRefused refused) {
            var words = refused.refusal().message();
            events.warning(owner, by, "FailedCreate", "Error creating: " + words);
            return Optional.of(words);
        }
    }

    /** Whether the last refusal is long enough ago to try again. */
    boolean mayTry(JsonNode owner) {
        return events.quiet(owner, "FailedCreate", RETRY);
    }

    private static ObjectNode pod(JsonNode owner, String name, Map<String, String> moreLabels) {
        var template = owner.at("/spec/template");
        var pod = Meta.dependant(ResourceKind.POD, name, owner, Trees.texts(template.at("/metadata/labels")));
        moreLabels.forEach((key, value) -> pod.withObject("/metadata/labels").put(key, value));
        if (Trees.has(template, "/metadata/annotations")) {
            pod.withObject("/metadata").set("annotations", template.at("/metadata/annotations"));
        }
        pod.set("spec", template.path("spec").deepCopy());
        return pod;
    }

    void delete(JsonNode owner, ObjectNode pod) {
        new Deletion(world).delete(pod);
        events.normal(owner, by, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
    }
}
