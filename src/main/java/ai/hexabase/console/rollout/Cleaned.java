package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.Yaml;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects without what the server keeps for itself, and without secret values: fit to compare, store and show. */
final class Cleaned {
    static final String HIDDEN = "(hidden)";
    static final String HIDDEN_CHANGED = "(hidden, changed)";
    private static final List<String> SERVER_METADATA = List.of(
            "managedFields",
            "resourceVersion",
            "generation",
            "uid",
            "creationTimestamp",
            "selfLink",
            "ownerReferences");
    private static final List<String> SERVER_ANNOTATIONS = List.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "deployment.kubernetes.io/revision",
            SecondTry.ANNOTATION);
    private static final List<String> JOB_LABELS =
            List.of("controller-uid", "batch.kubernetes.io/controller-uid", "job-name", "batch.kubernetes.io/job-name");
    private static final List<String> VALUES = List.of("data", "stringData");

    private Cleaned() {}

    static ObjectNode tree(KubeObject object) {
        var tree = object.tree();
        tree.remove("status");
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(SERVER_METADATA);
            if (metadata.get("annotations") instanceof ObjectNode annotations) {
                annotations.remove(SERVER_ANNOTATIONS);
                if (annotations.isEmpty()) {
                    metadata.remove("annotations");
                }
            }
        }
        return tree;
    }

    /** Also without what the server would draw anew each time, such as a Service's address. */
    static ObjectNode treeOfNew(KubeObject object) {
        var tree = tree(object);
        if (tree.get("spec") instanceof ObjectNode spec) {
            if (object.kind().equals(ResourceKind.SERVICE)) {
                serviceWithoutLuck(spec);
            } else if (object.kind().equals(ResourceKind.JOB)) {
                spec.remove("selector");
                if (spec.at("/template/metadata/labels") instanceof ObjectNode labels) {
                    labels.remove(JOB_LABELS);
                }
            }
        }
        return tree;
    }

    private static void serviceWithoutLuck(ObjectNode spec) {
        if (!"None".equals(spec.path("clusterIP").asString(""))) {
            spec.remove(List.of("clusterIP", "clusterIPs"));
        }
        spec.remove("healthCheckNodePort");
        spec.path("ports").valueStream().forEach(port -> ((ObjectNode) port).remove("nodePort"));
    }

    /** Hides the values of a Secret, saying which differ from the other side; leaves other kinds as they are. */
    static void mask(ObjectNode tree, @Nullable JsonNode other) {
        if (!"Secret".equals(tree.path("kind").asString(""))) {
            return;
        }
        for (var part : VALUES) {
            if (tree.get(part) instanceof ObjectNode values) {
                for (var key : List.copyOf(values.propertyNames())) {
                    var before = other == null ? null : other.path(part).get(key);
                    var changed = before != null && !before.equals(values.get(key));
                    values.put(key, changed ? HIDDEN_CHANGED : HIDDEN);
                }
            }
        }
    }

    static String yaml(JsonNode tree) {
        return Yaml.write(tree);
    }

    /** The server's words with every value of this Secret taken out. */
    static @Nullable String withoutSecrets(@Nullable String words, KubeObject object) {
        if (words == null || !object.kind().equals(ResourceKind.SECRET)) {
            return words;
        }
        var safe = words;
        for (var part : VALUES) {
            for (var value : object.at("/" + part).values()) {
                safe = without(safe, value.asString(""));
                safe = without(safe, decoded(value.asString("")));
            }
        }
        return safe;
    }

    private static String without(String words, String value) {
        return value.isEmpty() ? words : words.replace(value, HIDDEN);
    }

    private static String decoded(String value) {
        try {
            return new String(java.util.Base64.getDecoder().decode(value), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
