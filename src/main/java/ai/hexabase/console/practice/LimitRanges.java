package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives containers that say nothing what the namespace's limit ranges say, and refuses those beyond them. */
record LimitRanges(Shelf shelf) {
    void fill(ObjectNode pod) {
        for (var limit : limits(Meta.namespace(pod))) {
            for (var list : List.of("containers", "initContainers")) {
                Trees.objects(pod.at("/spec/" + list)).forEach(container -> fill(container, limit));
            }
        }
    }

    private static void fill(ObjectNode container, JsonNode limit) {
        limit.path("default")
                .properties()
                .forEach(entry ->
                        Trees.putIfAbsent(container.withObject("/resources/limits"), entry.getKey(), entry.getValue()));
        limit.path("defaultRequest")
                .properties()
                .forEach(entry -> Trees.putIfAbsent(
                        container.withObject("/resources/requests"), entry.getKey(), entry.getValue()));
    }

    Optional<String> refusal(ObjectNode pod) {
        for (var limit : limits(Meta.namespace(pod))) {
            for (var container : pod.at("/spec/containers")) {
                for (var most : limit.path("max").properties()) {
                    var asked = container.at("/resources/limits").path(most.getKey());
                    if (!asked.isMissingNode() && Amounts.of(asked).compareTo(Amounts.of(most.getValue())) > 0) {
                        return Optional.of("maximum " + most.getKey() + " usage per Container is "
                                + most.getValue().asString("") + ", but limit is " + asked.asString(""));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<JsonNode> limits(String namespace) {
        return shelf.in(namespace, ResourceKind.LIMIT_RANGE).stream()
                .flatMap(range -> Trees.each(range.at("/spec/limits")))
                .filter(limit -> Trees.text(limit, "/type").equals("Container"))
                .toList();
    }
}
