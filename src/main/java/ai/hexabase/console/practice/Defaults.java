package ai.hexabase.console.practice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what the API server fills in. */
final class Defaults {
    private Defaults() {}

    /** @param addresses where a Service gets its addresses from */
    static void fill(ObjectNode object, Addresses addresses) {
        switch (Meta.kind(object).kind()) {
            case "Deployment" -> deployment(object);
            case "ReplicaSet" -> replicas(object);
            case "StatefulSet" -> statefulSet(object);
            case "Job" -> job(object);
            case "Pod" -> PodDefaults.fill(object.withObject("/spec"));
            case "Service" -> ServiceDefaults.fill(object, addresses);
            case "Namespace" -> namespace(object);
            case "Secret" -> secret(object);
            case "PersistentVolumeClaim" -> claim(object);
            case "RoleBinding", "ClusterRoleBinding" -> subjects(object);
            case "Cluster" -> database(object);
            default -> {}
        }
    }

    private static void deployment(ObjectNode object) {
        var spec = replicas(object);
        Trees.putIfAbsent(spec, "revisionHistoryLimit", 10);
        Trees.putIfAbsent(spec, "progressDeadlineSeconds", 600);
        var strategy = spec.withObject("/strategy");
        Trees.putIfAbsent(strategy, "type", "RollingUpdate");
        if (Trees.text(strategy, "/type").equals("RollingUpdate")) {
            var update = strategy.withObject("/rollingUpdate");
            Trees.putIfAbsent(update, "maxSurge", "25%");
            Trees.putIfAbsent(update, "maxUnavailable", "25%");
        }
    }

    private static ObjectNode replicas(ObjectNode object) {
        var spec = object.withObject("/spec");
        Trees.putIfAbsent(spec, "replicas", 1);
        template(spec);
        return spec;
    }

    private static void template(ObjectNode spec) {
        PodDefaults.fill(spec.withObject("/template/spec"));
    }

    private static void statefulSet(ObjectNode object) {
        var spec = replicas(object);
        Trees.putIfAbsent(spec, "podManagementPolicy", "OrderedReady");
        Trees.putIfAbsent(spec, "revisionHistoryLimit", 10);
        Trees.putIfAbsent(spec.withObject("/updateStrategy"), "type", "RollingUpdate");
        Trees.objects(spec.path("volumeClaimTemplates"))
                .forEach(claim -> Trees.putIfAbsent(claim.withObject("/spec"), "volumeMode", "Filesystem"));
    }

    private static void job(ObjectNode object) {
        var spec = object.withObject("/spec");
        Trees.putIfAbsent(spec, "parallelism", 1);
        Trees.putIfAbsent(spec, "completions", 1);
        Trees.putIfAbsent(spec, "backoffLimit", 6);
        Trees.putIfAbsent(spec, "completionMode", "NonIndexed");
        Trees.putIfAbsent(spec, "suspend", false);
        Trees.putIfAbsent(spec, "manualSelector", false);
        var uid = Meta.uid(object);
        if (!uid.isEmpty() && !spec.has("selector")) {
            spec.withObject("/selector/matchLabels").put("batch.kubernetes.io/controller-uid", uid);
            var labels = spec.withObject("/template/metadata/labels");
            labels.put("batch.kubernetes.io/controller-uid", uid)
                    .put("batch.kubernetes.io/job-name", Meta.name(object))
                    .put("controller-uid", uid)
                    .put("job-name", Meta.name(object));
        }
        template(spec);
    }

    private static void namespace(ObjectNode object) {
        object.withObject("/metadata/labels").put("kubernetes.io/metadata.name", Meta.name(object));
        Trees.putIfAbsent(object.withObject("/spec"), "finalizers", Trees.array("kubernetes"));
        Trees.putIfAbsent(object.withObject("/status"), "phase", "Active");
    }

    private static void secret(ObjectNode object) {
        Trees.putIfAbsent(object, "type", "Opaque");
        if (object.remove("stringData") instanceof ObjectNode plain) {
            Trees.texts(plain)
                    .forEach((key, value) -> object.withObject("/data")
                            .put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static void claim(ObjectNode object) {
        Trees.putIfAbsent(object.withObject("/spec"), "volumeMode", "Filesystem");
        Trees.putIfAbsent(object.withObject("/spec"), "storageClassName", PracticeSite.STORAGE_CLASS);
        Trees.putIfAbsent(object.withObject("/status"), "phase", "Pending");
    }

    private static void subjects(ObjectNode object) {
        Trees.objects(object.path("subjects"))
                .filter(subject -> !Trees.text(subject, "/kind").equals("ServiceAccount"))
                .forEach(subject -> Trees.putIfAbsent(subject, "apiGroup", "rbac.authorization.k8s.io"));
    }

    /** As the database operator's mutating webhook does. */
    private static void database(ObjectNode object) {
        var spec = object.withObject("/spec");
        Trees.putIfAbsent(spec, "instances", 1);
        Trees.putIfAbsent(spec, "imageName", "ghcr.io/cloudnative-pg/postgresql:17.5");
        Trees.putIfAbsent(spec, "primaryUpdateStrategy", "unsupervised");
        Trees.putIfAbsent(spec, "primaryUpdateMethod", "restart");
        Trees.putIfAbsent(spec, "enableSuperuserAccess", false);
        Trees.putIfAbsent(spec, "enablePDB", true);
        Trees.putIfAbsent(spec, "logLevel", "info");
        Trees.putIfAbsent(spec, "maxSyncReplicas", 0);
        Trees.putIfAbsent(spec, "minSyncReplicas", 0);
        Trees.putIfAbsent(spec, "startDelay", 3600);
        Trees.putIfAbsent(spec, "stopDelay", 1800);
        Trees.putIfAbsent(spec, "switchoverDelay", 3600);
    }
}
