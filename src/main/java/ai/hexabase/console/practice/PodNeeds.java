package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ConfigMaps and Secrets that a pod's containers cannot start without. */
record PodNeeds(Shelf shelf, ObjectNode pod) {
    /** What is missing for the volumes, in the kubelet's words. */
    Optional<String> mountProblem() {
        return Trees.each(pod.at("/spec/volumes"))
                .flatMap(volume -> Stream.of(
                                missing(ResourceKind.CONFIG_MAP, volume.path("configMap"), "name"),
                                missing(ResourceKind.SECRET, volume.path("secret"), "secretName"))
                        .flatMap(Optional::stream)
                        .map(words -> "MountVolume.SetUp failed for volume \"" + Trees.text(volume, "/name") + "\" : "
                                + words))
                .findFirst();
    }

    /** What is missing for the environment variables. */
    Optional<String> referenceProblem() {
        return Trees.each(pod.at("/spec/containers"))
                .flatMap(container -> Stream.concat(
                        Trees.each(container.path("env"))
                                .map(env -> env.path("valueFrom"))
                                .flatMap(this::keyProblems),
                        Trees.each(container.path("envFrom"))
                                .flatMap(from -> Stream.of(
                                        missing(ResourceKind.CONFIG_MAP, from.path("configMapRef"), "name"),
                                        missing(ResourceKind.SECRET, from.path("secretRef"), "name")))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<Optional<String>> keyProblems(JsonNode source) {
        return Stream.of(
                missingKey(ResourceKind.CONFIG_MAP, source.path("configMapKeyRef")),
                missingKey(ResourceKind.SECRET, source.path("secretKeyRef")));
    }

    private Optional<String> missing(ResourceKind kind, JsonNode reference, String field) {
        var name = Trees.text(reference, "/" + field);
        return name.isEmpty()
                        || Trees.flag(reference, "/optional")
                        || find(kind, name).isPresent()
                ? Optional.empty()
                : Optional.of(kind.plural().substring(0, kind.plural().length() - 1) + " \"" + name + "\" not found");
    }

    private Optional<String> missingKey(ResourceKind kind, JsonNode reference) {
        var missing = missing(kind, reference, "name");
        var key = Trees.text(reference, "/key");
        if (missing.isPresent() || key.isEmpty() || Trees.flag(reference, "/optional")) {
            return missing;
        }
        var found = find(kind, Trees.text(reference, "/name"));
        return found.filter(object -> object.path("data").has(key)).isPresent()
                ? Optional.empty()
                : Optional.of("couldn't find key " + key + " in " + kind.kind() + " " + Meta.namespace(pod) + "/"
                        + Trees.text(reference, "/name"));
    }

    private Optional<ObjectNode> find(ResourceKind kind, String name) {
        return Optional.ofNullable(shelf.get(kind.named(Meta.namespace(pod), name)));
    }
}
