package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The first level of {@code spec} of the kinds that the database operator brings (CloudNativePG 1.27). */
final class CustomSchemas {
    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Map<ResourceKind, Set<String>> SPECS = Map.of(
            ResourceKind.DATABASE_CLUSTER,
                    Set.of(
                            "affinity",
                            "backup",
                            "bootstrap",
                            "certificates",
                            "description",
                            "enablePDB",
                            "enableSuperuserAccess",
                            "env",
                            "envFrom",
                            "ephemeralVolumeSource",
                            "ephemeralVolumesSizeLimit",
                            "externalClusters",
                            "failoverDelay",
                            "imageCatalogRef",
                            "imageName",
                            "imagePullPolicy",
                            "imagePullSecrets",
                            "inheritedMetadata",
                            "instances",
                            "livenessProbeTimeout",
                            "logLevel",
                            "managed",
                            "maxSyncReplicas",
                            "minSyncReplicas",
                            "monitoring",
                            "nodeMaintenanceWindow",
                            "plugins",
                            "postgresGID",
                            "postgresUID",
                            "postgresql",
                            "primaryUpdateMethod",
                            "primaryUpdateStrategy",
                            "priorityClassName",
                            "probes",
                            "projectedVolumeTemplate",
                            "replica",
                            "replicationSlots",
                            "resources",
                            "schedulerName",
                            "seccompProfile",
                            "serviceAccountTemplate",
                            "smartShutdownTimeout",
                            "startDelay",
                            "stopDelay",
                            "storage",
                            "superuserSecret",
                            "switchoverDelay",
                            "tablespaces",
                            "topologySpreadConstraints",
                            "walStorage"),
            ResourceKind.SCHEDULED_BACKUP,
                    Set.of(
                            "backupOwnerReference",
                            "cluster",
                            "immediate",
                            "method",
                            "online",
                            "onlineConfiguration",
                            "pluginConfiguration",
                            "schedule",
                            "suspend",
                            "target"),
            ResourceKind.BACKUP_STORE, Set.of("configuration", "instanceSidecarConfiguration", "retentionPolicy"));

    private CustomSchemas() {}

    static SchemaCheck.@Nullable Mistake mistake(ObjectNode object) {
        var known = SPECS.get(Meta.kind(object));
        if (known == null) {
            return null;
        }
        var top = unknown(object, TOP);
        var inSpec = unknown(object.path("spec"), known);
        if (top != null) {
            return new SchemaCheck.Mistake("." + top, "field not declared in schema");
        }
        return inSpec == null ? null : new SchemaCheck.Mistake(".spec." + inSpec, "field not declared in schema");
    }

    private static @Nullable String unknown(tools.jackson.databind.JsonNode node, Set<String> known) {
        return node.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .findFirst()
                .orElse(null);
    }
}
