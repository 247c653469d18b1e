package ai.hexabase.console.practice;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in a pod's spec, in a template or in a pod. */
final class PodDefaults {
    private PodDefaults() {}

    static void fill(ObjectNode spec) {
        Trees.putIfAbsent(spec, "restartPolicy", "Always");
        Trees.putIfAbsent(spec, "terminationGracePeriodSeconds", 30);
        Trees.putIfAbsent(spec, "dnsPolicy", "ClusterFirst");
        Trees.putIfAbsent(spec, "schedulerName", "default-scheduler");
        Trees.putIfAbsent(spec, "securityContext", Trees.object());
        var account = Trees.text(spec, "/serviceAccountName");
        if (!account.isEmpty()) {
            Trees.putIfAbsent(spec, "serviceAccount", account);
        }
        Trees.objects(spec.path("containers")).forEach(PodDefaults::container);
        Trees.objects(spec.path("initContainers")).forEach(PodDefaults::container);
        Trees.objects(spec.path("volumes")).forEach(PodDefaults::volume);
    }

    private static void container(ObjectNode container) {
        Trees.putIfAbsent(container, "imagePullPolicy", pullPolicy(Trees.text(container, "/image")));
        Trees.putIfAbsent(container, "resources", Trees.object());
        Trees.putIfAbsent(container, "terminationMessagePath", "/dev/termination-log");
        Trees.putIfAbsent(container, "terminationMessagePolicy", "File");
        Trees.objects(container.path("ports")).forEach(port -> Trees.putIfAbsent(port, "protocol", "TCP"));
        Trees.objects(container.path("env"))
                .map(env -> env.at("/valueFrom/fieldRef"))
                .filter(JsonNode::isObject)
                .forEach(reference -> Trees.putIfAbsent((ObjectNode) reference, "apiVersion", "v1"));
        for (var name : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            if (container.get(name) instanceof ObjectNode probe) {
                probe(probe);
            }
        }
        requestsFromLimits(container);
    }

    private static void requestsFromLimits(ObjectNode container) {
        var limits = container.at("/resources/limits");
        if (!limits.isEmpty()) {
            var requests = container.withObject("/resources/requests");
            limits.properties().forEach(entry -> Trees.putIfAbsent(requests, entry.getKey(), entry.getValue()));
        }
    }

    /** A tag of {@code latest}, or none, means that every start asks the registry. */
    private static String pullPolicy(String image) {
        var name = image.substring(image.lastIndexOf('/') + 1);
        return !image.contains("@") && (!name.contains(":") || name.endsWith(":latest")) ? "Always" : "IfNotPresent";
    }

    private static void probe(ObjectNode probe) {
        Map.of("timeoutSeconds", 1, "periodSeconds", 10, "successThreshold", 1, "failureThreshold", 3)
                .forEach((name, value) -> Trees.putIfAbsent(probe, name, value));
        if (probe.get("httpGet") instanceof ObjectNode get) {
            Trees.putIfAbsent(get, "scheme", "HTTP");
            Trees.putIfAbsent(get, "path", "/");
        }
    }

    private static void volume(ObjectNode volume) {
        for (var name : List.of("configMap", "secret", "projected", "downwardAPI")) {
            if (volume.get(name) instanceof ObjectNode source) {
                Trees.putIfAbsent(source, "defaultMode", 420);
            }
        }
    }
}
