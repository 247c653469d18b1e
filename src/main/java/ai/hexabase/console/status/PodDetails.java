package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One pod in depth. */
public record PodDetails(KubeObject pod, PodReason reason, List<Container> containers) {
    /**
     * One container.
     *
     * @param init runs before the others
     * @param requests CPU and memory as written, such as {@code 500m, 1Gi}; empty when none
     */
    public record Container(
            String name, boolean init, String image, PodReason state, int restarts, String requests, String limits) {}

    public PodDetails {
        containers = List.copyOf(containers);
    }

    static PodDetails of(KubeObject pod) {
        var containers = new ArrayList<Container>();
        read(pod, "/spec/initContainers", "/status/initContainerStatuses", true, containers);
        read(pod, "/spec/containers", "/status/containerStatuses", false, containers);
        return new PodDetails(pod, PodWords.explain(pod), containers);
    }

    /** The pod as YAML, without bookkeeping and without what could be a secret. */
    public String yaml() {
        return ShownYaml.of(pod);
    }

    private static void read(KubeObject pod, String specs, String statuses, boolean init, List<Container> into) {
        for (var spec : pod.at(specs)) {
            var name = spec.path("name").asString("");
            var status = named(pod.at(statuses), name);
            into.add(new Container(
                    name,
                    init,
                    spec.path("image").asString(""),
                    ContainerWords.state(status, pod),
                    status.path("restartCount").asInt(0),
                    amounts(spec.path("resources").path("requests")),
                    amounts(spec.path("resources").path("limits"))));
        }
    }

    private static JsonNode named(JsonNode list, String name) {
        for (var item : list) {
            if (name.equals(item.path("name").asString(""))) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    private static String amounts(JsonNode resources) {
        var amounts = new ArrayList<String>();
        for (var resource : List.of("cpu", "memory")) {
            var amount = text(resources.path(resource));
            if (amount != null) {
                amounts.add(amount);
            }
        }
        return String.join(", ", amounts);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }
}
