package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refuses objects whose values make no sense, as the API server does before it stores them. */
final class Validation {
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final Set<String> FREE_NAMES = Set.of("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");
    private static final Pattern LABEL_VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

    private final ObjectNode object;
    private final @Nullable ObjectNode live;
    private final ResourceKind kind;
    private final Mistakes mistakes = new Mistakes();

    private Validation(ObjectNode object, @Nullable ObjectNode live) {
        this.object = object;
        this.live = live;
        this.kind = Meta.kind(object);
    }

    static void check(ObjectNode object, @Nullable ObjectNode live) {
        var validation = new Validation(object, live);
        validation.metadata();
        validation.content();
        validation.mistakes.throwIfAny(Meta.ref(object));
    }

    private void metadata() {
        var name = Meta.name(object);
        switch (kind.kind()) {
            case "Namespace" -> mistakes.label("metadata.name", name);
            case "Service" -> mistakes.serviceName("metadata.name", name);
            default -> {
                if (!FREE_NAMES.contains(kind.kind())) {
                    mistakes.subdomain("metadata.name", name);
                }
            }
        }
        Meta.labels(object).forEach(this::label);
    }

    private void label(String key, String value) {
        if (value.length() > 63) {
            mistakes.invalid("metadata.labels", value, "must be no more than 63 characters");
        } else if (!LABEL_VALUE.matcher(value).matches()) {
            mistakes.invalid(
                    "metadata.labels",
                    value,
                    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and"
                            + " must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or"
                            + " '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
        }
    }

    private void content() {
        switch (kind.kind()) {
            case "ConfigMap", "Secret" -> data();
            case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet" ->
                new WorkloadValidation(object, live, mistakes).check();
            case "Job" -> new WorkloadValidation(object, live, mistakes).checkJob();
            case "Pod" -> PodValidation.check(object.path("spec"), "spec", mistakes);
            case "Service" -> service();
            case "PersistentVolumeClaim" -> claim();
            case "RoleBinding", "ClusterRoleBinding" -> binding();
            case "PodDisruptionBudget" -> budget();
            case "ResourceQuota" -> quantities("spec.hard", object.at("/spec/hard"));
            case "Cluster" -> new DatabaseValidation(object, live, mistakes).check();
            default -> {}
        }
    }

    private void data() {
        object.path("data").properties().forEach(entry -> {
            if (!KEY.matcher(entry.getKey()).matches()) {
                mistakes.invalid(
                        "data[" + entry.getKey() + "]",
                        entry.getKey(),
                        "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',"
                                + "  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')");
            }
            if (kind == ResourceKind.SECRET) {
                base64(entry.getKey(), entry.getValue().asString(""));
            }
        });
        if (live == null) {
            return;
        }
        if (Trees.flag(live, "/immutable")) {
            immutable("data");
            immutable("binaryData");
            if (!Trees.flag(object, "/immutable")) {
                mistakes.forbidden("immutable", "field is immutable when `immutable` is set");
            }
        }
        if (kind == ResourceKind.SECRET && !live.path("type").equals(object.path("type"))) {
            mistakes.invalid("type", Trees.text(object, "/type"), "field is immutable");
        }
    }

    private void immutable(String field) {
        if (live != null && !live.path(field).equals(object.path(field))) {
            mistakes.forbidden(field, "field is immutable when `immutable` is set");
        }
    }

    private static void base64(String key, String text) {
        try {
            Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw Refusals.badRequest("Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data at"
                    + " input byte " + firstBad(text));
        }
    }

    private static int firstBad(String text) {
        var good = Pattern.compile("[A-Za-z0-9+/]*").matcher(text);
        return good.lookingAt() ? good.end() : 0;
    }

    private void service() {
        var ports = object.at("/spec/ports");
        if (ports.isEmpty()
                && !"ExternalName".equals(Trees.text(object, "/spec/type"))
                && !"None".equals(Trees.text(object, "/spec/clusterIP"))) {
            mistakes.add("spec.ports", "Required value");
        }
        mistakes.oneOf(
                List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort"),
                "spec.type",
                Trees.text(object, "/spec/type"));
        for (int i = 0; i < ports.size(); i++) {
            var field = "spec.ports[" + i + "]";
            mistakes.port(field + ".port", ports.get(i).path("port"));
            mistakes.port(field + ".targetPort", ports.get(i).path("targetPort"));
            if (ports.size() > 1) {
                mistakes.required(field + ".name", ports.get(i), "/name");
            }
        }
        if (live != null
                && !Trees.text(live, "/spec/clusterIP").isEmpty()
                && !live.at("/spec/clusterIP").equals(object.at("/spec/clusterIP"))) {
            mistakes.invalid("spec.clusterIP", Trees.text(object, "/spec/clusterIP"), "field is immutable");
        }
    }

    private void claim() {
        mistakes.required("spec.resources[storage]", object, "/spec/resources/requests/storage");
        if (object.at("/spec/accessModes").isEmpty()) {
            mistakes.add("spec.accessModes", "Required value: at least 1 access mode is required");
        }
        quantities("spec.resources.requests", object.at("/spec/resources/requests"));
    }

    private void binding() {
        mistakes.required("roleRef.name", object, "/roleRef/name");
        if (live != null && !live.path("roleRef").equals(object.path("roleRef"))) {
            mistakes.invalid("roleRef", object.path("roleRef"), "cannot change roleRef");
        }
    }

    private void budget() {
        if (Trees.has(object, "/spec/minAvailable") && Trees.has(object, "/spec/maxUnavailable")) {
            mistakes.invalid("spec", "", "minAvailable and maxUnavailable cannot be both set");
        }
        mistakes.atLeast(0, "spec.maxUnavailable", object, "/spec/maxUnavailable");
        mistakes.atLeast(0, "spec.minAvailable", object, "/spec/minAvailable");
    }

    private void quantities(String field, JsonNode amounts) {
        amounts.properties()
                .forEach(entry -> mistakes.quantity(
                        field + "[" + entry.getKey() + "]", entry.getValue().asString("")));
    }
}
