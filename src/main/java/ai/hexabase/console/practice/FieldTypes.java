package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which lists and maps of a kind are owned element by element, and which only as a whole. */
record FieldTypes(ResourceKind kind) {
    private static final Map<String, List<String>> POD_LISTS = Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("ephemeralContainers", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("volumes", List.of("name")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("volumeDevices", List.of("devicePath")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("ports", List.of("containerPort", "protocol")),
            Map.entry("podIPs", List.of("ip")));
    private static final Set<String> WITH_PODS =
            Set.of("Pod", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "CronJob");
    private static final Set<String> WHOLE_MAPS = Set.of(
            "selector",
            "labelSelector",
            "namespaceSelector",
            "podSelector",
            "nodeSelector",
            "secretKeyRef",
            "configMapKeyRef",
            "fieldRef",
            "resourceFieldRef",
            "roleRef",
            "claimRef",
            "involvedObject");

    /** The keys of the list's elements; null when the list is owned as a whole. */
    @Nullable
    List<String> keys(String name) {
        if (name.equals("ownerReferences")) {
            return List.of("uid");
        }
        if (custom()) {
            return null;
        }
        if (name.equals("conditions")) {
            return List.of("type");
        }
        if (kind == ResourceKind.SERVICE && name.equals("ports")) {
            return List.of("port", "protocol");
        }
        if (kind == ResourceKind.SERVICE_ACCOUNT && name.equals("secrets")) {
            return List.of("name");
        }
        return WITH_PODS.contains(kind.kind()) ? POD_LISTS.get(name) : null;
    }

    boolean isSet(String name) {
        return name.equals("finalizers");
    }

    boolean isWhole(String name) {
        return !custom() && WHOLE_MAPS.contains(name);
    }

    private boolean custom() {
        return kind.group().endsWith("cnpg.io");
    }

    /** How an element of a keyed list is named among owned fields. */
    static String element(JsonNode item, List<String> keys) {
        ObjectNode named = Trees.object();
        for (var key : keys) {
            var value = item.get(key);
            named.set(key, value == null ? Trees.JSON.getNodeFactory().stringNode("TCP") : value);
        }
        return "k:" + named;
    }

    static String value(JsonNode item) {
        return "v:" + item;
    }
}
