package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The objects that the database operator makes for a cluster. */
record DatabaseParts(ObjectNode cluster) {
    private static final String OF = "cnpg.io/cluster";

    /** What is there from the start. */
    List<ObjectNode> all() {
        var parts = new ArrayList<ObjectNode>();
        parts.add(make(ResourceKind.SERVICE_ACCOUNT, ""));
        parts.add(secret());
        parts.add(service("-rw", Map.of(OF, name(), "cnpg.io/instanceRole", "primary")));
        parts.add(service("-ro", Map.of(OF, name(), "cnpg.io/instanceRole", "replica")));
        parts.add(service("-r", Map.of(OF, name(), "cnpg.io/podRole", "instance")));
        if (Trees.flag(cluster, "/spec/enablePDB")) {
            parts.add(budget());
        }
        return parts;
    }

    private String name() {
        return Meta.name(cluster);
    }

    private ObjectNode make(ResourceKind kind, String suffix) {
        var labels = Trees.texts(cluster.at("/spec/inheritedMetadata/labels"));
        labels.put(OF, name());
        return Meta.dependant(kind, name() + suffix, cluster, labels);
    }

    private ObjectNode secret() {
        var secret = make(ResourceKind.SECRET, "-app");
        var database = Trees.text(cluster, "/spec/bootstrap/initdb/database");
        var owner = Trees.text(cluster, "/spec/bootstrap/initdb/owner");
        var shownDatabase = database.isEmpty() ? "app" : database;
        var user = owner.isEmpty() ? shownDatabase : owner;
        var password = "practice-" + Dice.hash(Meta.uid(cluster));
        var host = name() + "-rw";
        secret.put("type", "kubernetes.io/basic-auth");
        var data = secret.putObject("data");
        Map.of(
                        "username", user,
                        "user", user,
                        "password", password,
                        "dbname", shownDatabase,
                        "host", host,
                        "port", "5432",
                        "uri",
                                "postgresql://" + user + ":" + password + "@" + host + "." + Meta.namespace(cluster)
                                        + ":5432/" + shownDatabase)
                .forEach((key, value) ->
                        data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return secret;
    }

    private ObjectNode service(String suffix, Map<String, String> selector) {
        var service = make(ResourceKind.SERVICE, suffix);
        var spec = service.putObject("spec").put("type", "ClusterIP");
        spec.set("selector", Trees.object());
        selector.forEach((key, value) -> service.withObject("/spec/selector").put(key, value));
        spec.putArray("ports")
                .add(Trees.object("name", "postgres", "port", 5432, "targetPort", 5432, "protocol", "TCP"));
        return service;
    }

    private ObjectNode budget() {
        var budget = make(ResourceKind.POD_DISRUPTION_BUDGET, "-primary");
        budget.putObject("spec").put("minAvailable", 1);
        budget.withObject("/spec/selector/matchLabels").put(OF, name()).put("cnpg.io/instanceRole", "primary");
        return budget;
    }

    ObjectNode claim(int number) {
        var claim = make(ResourceKind.PERSISTENT_VOLUME_CLAIM, "-" + number);
        claim.withObject("/metadata/labels").put("cnpg.io/pvcRole", "PG_DATA");
        claim.withObject("/metadata/annotations")
                .put("cnpg.io/nodeSerial", Integer.toString(number))
                .put("cnpg.io/pvcStatus", "ready");
        var spec = claim.putObject("spec");
        spec.putArray("accessModes").add("ReadWriteOnce");
        spec.putObject("resources").putObject("requests").set("storage", cluster.at("/spec/storage/size"));
        var storage = Trees.text(cluster, "/spec/storage/storageClass");
        if (!storage.isEmpty()) {
            spec.put("storageClassName", storage);
        }
        return claim;
    }

    ObjectNode pod(int number, boolean primary) {
        var pod = make(ResourceKind.POD, "-" + number);
        var role = primary ? "primary" : "replica";
        pod.withObject("/metadata/labels")
                .put("cnpg.io/instanceName", name() + "-" + number)
                .put("cnpg.io/podRole", "instance")
                .put("cnpg.io/instanceRole", role)
                .put("role", role);
        var spec = pod.putObject("spec").put("serviceAccountName", name()).put("hostname", name() + "-" + number);
        spec.putObject("securityContext")
                .put("runAsNonRoot", true)
                .put("runAsUser", 26)
                .put("runAsGroup", 26)
                .put("fsGroup", 26)
                .putObject("seccompProfile")
                .put("type", "RuntimeDefault");
        Trees.copy(cluster.path("spec"), spec, "imagePullSecrets", "topologySpreadConstraints");
        var affinity = cluster.at("/spec/affinity/nodeAffinity");
        if (affinity.isObject()) {
            spec.putObject("affinity").set("nodeAffinity", affinity.deepCopy());
        }
        spec.putArray("containers").add(container());
        spec.putArray("volumes")
                .add(Trees.object(
                        "name", "pgdata", "persistentVolumeClaim", Map.of("claimName", name() + "-" + number)));
        return pod;
    }

    private ObjectNode container() {
        var container = Trees.object("name", "postgres", "image", Trees.text(cluster, "/spec/imageName"));
        Trees.copy(cluster.path("spec"), container, "resources");
        container
                .putArray("ports")
                .add(Trees.object("name", "postgresql", "containerPort", 5432, "protocol", "TCP"))
                .add(Trees.object("name", "metrics", "containerPort", 9187, "protocol", "TCP"));
        container
                .putObject("readinessProbe")
                .put("periodSeconds", 10)
                .putObject("httpGet")
                .put("path", "/readyz")
                .put("port", 8000)
                .put("scheme", "HTTPS");
        container
                .putObject("securityContext")
                .put("allowPrivilegeEscalation", false)
                .put("privileged", false)
                .put("readOnlyRootFilesystem", true)
                .put("runAsNonRoot", true)
                .putObject("capabilities")
                .putArray("drop")
                .add("ALL");
        container.putArray("volumeMounts").add(Trees.object("name", "pgdata", "mountPath", "/var/lib/postgresql/data"));
        return container;
    }
}
