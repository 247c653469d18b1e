package ai.hexabase.console.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The Pod Security Standards {@code baseline} and {@code restricted}, as far as the console's pods touch them. */
final class PodSecurity {
    private static final Set<String> RESTRICTED_VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private final JsonNode spec;
    private final List<String> violations = new ArrayList<>();

    private PodSecurity(JsonNode spec) {
        this.spec = spec;
    }

    /** What of the pod's spec violates the level, in the admission controller's words; empty when nothing does. */
    static List<String> violations(String level, JsonNode spec) {
        var check = new PodSecurity(spec);
        switch (level) {
            case "baseline" -> check.baseline();
            case "restricted" -> {
                check.baseline();
                check.restricted();
            }
            default -> {}
        }
        return check.violations;
    }

    /** The level of the mode ({@code enforce}, {@code warn}) by the namespace's labels, with its version. */
    static Level level(Map<String, String> labels, String mode) {
        var prefix = "pod-security.kubernetes.io/" + mode;
        return new Level(labels.getOrDefault(prefix, "privileged"), labels.getOrDefault(prefix + "-version", "latest"));
    }

    record Level(String name, String version) {
        @Override
        public String toString() {
            return name + ":" + version;
        }
    }

    private void baseline() {
        var flags = List.of("hostNetwork", "hostPID", "hostIPC").stream()
                .filter(flag -> Trees.flag(spec, "/" + flag))
                .map(flag -> flag + "=true")
                .toList();
        if (!flags.isEmpty()) {
            violations.add("host namespaces (" + String.join(", ", flags) + ")");
        }
        containers(
                "privileged",
                "must not set securityContext.privileged=true",
                container -> Trees.flag(container, "/securityContext/privileged"));
        if (Trees.each(spec.path("volumes")).anyMatch(volume -> volume.has("hostPath"))) {
            violations.add("hostPath volumes");
        }
    }

    private void restricted() {
        containers(
                "allowPrivilegeEscalation != false",
                "must set securityContext.allowPrivilegeEscalation=false",
                container -> container
                        .at("/securityContext/allowPrivilegeEscalation")
                        .asBoolean(true));
        containers(
                "unrestricted capabilities",
                "must set securityContext.capabilities.drop=[\"ALL\"]",
                container -> Trees.each(container.at("/securityContext/capabilities/drop"))
                        .noneMatch(name -> name.asString("").equals("ALL")));
        volumes();
        nonRoot();
        seccomp();
    }

    private void volumes() {
        for (var volume : spec.path("volumes")) {
            volume.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(type -> !type.equals("name") && !RESTRICTED_VOLUMES.contains(type))
                    .forEach(type -> violations.add("restricted volume types (volume \"" + Trees.text(volume, "/name")
                            + "\" uses restricted volume type \"" + type + "\")"));
        }
    }

    private void nonRoot() {
        boolean pod = Trees.flag(spec, "/securityContext/runAsNonRoot");
        containersOrPod(
                "runAsNonRoot != true",
                "must set securityContext.runAsNonRoot=true",
                container -> !container.at("/securityContext/runAsNonRoot").asBoolean(pod));
        if (Trees.number(spec, "/securityContext/runAsUser", -1) == 0) {
            violations.add("runAsUser=0 (pod must not set runAsUser=0)");
        }
    }

    private void seccomp() {
        var pod = Trees.text(spec, "/securityContext/seccompProfile/type");
        containersOrPod(
                "seccompProfile",
                "must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"",
                container -> {
                    var own = Trees.text(container, "/securityContext/seccompProfile/type");
                    return !Set.of("RuntimeDefault", "Localhost").contains(own.isEmpty() ? pod : own);
                });
    }

    private void containers(String what, String must, Predicate<JsonNode> bad) {
        var names = bad(bad);
        if (!names.isEmpty()) {
            violations.add(what + " (" + shown(names) + " " + must + ")");
        }
    }

    private void containersOrPod(String what, String must, Predicate<JsonNode> bad) {
        var names = bad(bad);
        if (!names.isEmpty()) {
            violations.add(what + " (pod or " + shown(names) + " " + must + ")");
        }
    }

    private List<String> bad(Predicate<JsonNode> bad) {
        var names = new ArrayList<String>();
        for (var list : List.of("initContainers", "containers")) {
            spec.path(list).forEach(container -> {
                if (bad.test(container)) {
                    names.add("\"" + Trees.text(container, "/name") + "\"");
                }
            });
        }
        return names;
    }

    private static String shown(List<String> names) {
        return (names.size() == 1 ? "container " : "containers ") + String.join(", ", names);
    }
}
