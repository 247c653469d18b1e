package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes and refuses new objects by the rules of their namespace: pod security, quotas, limit ranges. */
record Admission(World world) {
    private static final Set<String> WITH_TEMPLATES =
            Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job");

    /** What a namespace adds to a new object. */
    void complete(ObjectNode object) {
        if (Meta.kind(object) != ResourceKind.POD) {
            return;
        }
        new LimitRanges(world.shelf()).fill(object);
        var spec = object.withObject("/spec");
        Trees.putIfAbsent(spec, "serviceAccountName", "default");
        Trees.putIfAbsent(spec, "serviceAccount", Trees.text(spec, "/serviceAccountName"));
        Trees.putIfAbsent(spec, "enableServiceLinks", true);
        Trees.putIfAbsent(spec, "preemptionPolicy", "PreemptLowerPriority");
        Trees.putIfAbsent(spec, "priority", 0);
        Trees.putIfAbsent(spec, "tolerations", Trees.array(evicted("not-ready"), evicted("unreachable")));
        Trees.putIfAbsent(object.withObject("/status"), "phase", "Pending");
        Trees.putIfAbsent(object.withObject("/status"), "qosClass", QualityOfService.of(spec));
    }

    private static ObjectNode evicted(String why) {
        return Trees.object(
                "key",
                "node.kubernetes.io/" + why,
                "operator",
                "Exists",
                "effect",
                "NoExecute",
                "tolerationSeconds",
                300);
    }

    /** Refuses what the namespace's rules do not let in; adds warnings about what they only frown upon. */
    void check(ObjectNode object, boolean isNew, List<String> warnings) {
        var kind = Meta.kind(object);
        if (kind == ResourceKind.POD && isNew) {
            account(object);
            new LimitRanges(world.shelf()).refusal(object).ifPresent(why -> forbid(object, why));
            security(object, warnings);
        } else if (WITH_TEMPLATES.contains(kind.kind())) {
            warn(object, object.at("/spec/template/spec"), warnings);
        }
        if (isNew) {
            quota(object);
        }
    }

    private void account(ObjectNode pod) {
        var namespace = Meta.namespace(pod);
        var name = Trees.text(pod, "/spec/serviceAccountName");
        if (world.shelf().get(new ObjectRef(ResourceKind.SERVICE_ACCOUNT, namespace, name)) == null) {
            forbid(
                    pod,
                    "error looking up service account " + namespace + "/" + name + ": serviceaccount \"" + name
                            + "\" not found");
        }
    }

    private void security(ObjectNode pod, List<String> warnings) {
        var level = PodSecurity.level(labels(pod), "enforce");
        var violations = PodSecurity.violations(level.name(), pod.path("spec"));
        if (!violations.isEmpty()) {
            forbid(pod, "violates PodSecurity \"" + level + "\": " + String.join(", ", violations));
        }
        warn(pod, pod.path("spec"), warnings);
    }

    private void warn(ObjectNode object, JsonNode podSpec, List<String> warnings) {
        var level = PodSecurity.level(labels(object), "warn");
        var violations = PodSecurity.violations(level.name(), podSpec);
        if (!violations.isEmpty()) {
            warnings.add("would violate PodSecurity \"" + level + "\": " + String.join(", ", violations));
        }
    }

    private Map<String, String> labels(ObjectNode object) {
        var namespace = world.shelf().get(ResourceKind.NAMESPACE.named(Meta.namespace(object)));
        return namespace == null ? Map.of() : Meta.labels(namespace);
    }

    private void quota(ObjectNode object) {
        new Quota(world.shelf()).refusal(object).ifPresent(why -> forbid(object, why));
        if (Meta.kind(object) == ResourceKind.POD && world.has(Trouble.QUOTA_EXCEEDED)) {
            var pods =
                    world.shelf().in(Meta.namespace(object), ResourceKind.POD).size();
            var name = List.of("pods");
            forbid(
                    object,
                    Quota.words(
                            "practice-trouble",
                            name,
                            Map.of("pods", BigDecimal.ONE),
                            Map.of("pods", BigDecimal.valueOf(pods)),
                            Trees.object("pods", Integer.toString(pods))));
        }
    }

    private static void forbid(ObjectNode object, String why) {
        throw Refusals.forbidden(Meta.ref(object), why);
    }
}
