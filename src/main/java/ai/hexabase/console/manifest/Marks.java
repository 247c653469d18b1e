package ai.hexabase.console.manifest;

import java.util.Map;

/** Labels that every object of an installation carries. */
record Marks(ManifestInput input) {
    /** Selects the pods of the control plane; Services, spread and budget use it. */
    static final Map<String, Object> CONTROL_PLANE = Tree.map("app", Names.CONTROL_PLANE);

    Map<String, Object> labels(String component) {
        var labels = common(component);
        labels.put(ApplySet.PART_OF, ApplySet.ownId());
        return labels;
    }

    /** Labels without membership in the set: for pods, which are not applied themselves, and for the set's parent. */
    Map<String, Object> common(String component) {
        return Tree.map(
                "app.kubernetes.io/name",
                "hexabase",
                "app.kubernetes.io/component",
                component,
                "app.kubernetes.io/part-of",
                "hexabase",
                Names.MANAGED_BY_LABEL,
                Names.MANAGED_BY,
                Names.INSTALLATION_LABEL,
                input.installation().toString());
    }

    Map<String, Object> metadata(String name, String component) {
        return Tree.map("name", name, "namespace", Names.NAMESPACE, "labels", labels(component));
    }

    Map<String, Object> clusterMetadata(String name, String component) {
        return Tree.map("name", name, "labels", labels(component));
    }
}
