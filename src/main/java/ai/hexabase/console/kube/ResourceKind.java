package ai.hexabase.console.kube;

import java.util.List;

/**
 * A kind of Kubernetes resource, with what is needed to address it.
 *
 * @param group API group, empty for the core group
 * @param version API version, such as {@code v1}
 * @param kind kind, such as {@code Deployment}
 * @param plural name in request paths
 * @param namespaced whether its objects live in namespaces
 */
public record ResourceKind(String group, String version, String kind, String plural, boolean namespaced) {
    public static final ResourceKind NAMESPACE = core("Namespace", "namespaces", false);
    public static final ResourceKind NODE = core("Node", "nodes", false);
    public static final ResourceKind PERSISTENT_VOLUME = core("PersistentVolume", "persistentvolumes", false);
    public static final ResourceKind POD = core("Pod", "pods", true);
    public static final ResourceKind SERVICE = core("Service", "services", true);
    public static final ResourceKind CONFIG_MAP = core("ConfigMap", "configmaps", true);
    public static final ResourceKind SECRET = core("Secret", "secrets", true);
    public static final ResourceKind SERVICE_ACCOUNT = core("ServiceAccount", "serviceaccounts", true);
    public static final ResourceKind EVENT = core("Event", "events", true);
    public static final ResourceKind LIMIT_RANGE = core("LimitRange", "limitranges", true);
    public static final ResourceKind RESOURCE_QUOTA = core("ResourceQuota", "resourcequotas", true);
    public static final ResourceKind PERSISTENT_VOLUME_CLAIM =
            core("PersistentVolumeClaim", "persistentvolumeclaims", true);
    public static final ResourceKind DEPLOYMENT = of("apps", "v1", "Deployment", "deployments", true);
    public static final ResourceKind REPLICA_SET = of("apps", "v1", "ReplicaSet", "replicasets", true);
    public static final ResourceKind STATEFUL_SET = of("apps", "v1", "StatefulSet", "statefulsets", true);
    public static final ResourceKind DAEMON_SET = of("apps", "v1", "DaemonSet", "daemonsets", true);
    public static final ResourceKind JOB = of("batch", "v1", "Job", "jobs", true);
    public static final ResourceKind CRON_JOB = of("batch", "v1", "CronJob", "cronjobs", true);
    public static final ResourceKind POD_DISRUPTION_BUDGET =
            of("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", true);
    public static final ResourceKind ROLE = of("rbac.authorization.k8s.io", "v1", "Role", "roles", true);
    public static final ResourceKind ROLE_BINDING =
            of("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings", true);
    public static final ResourceKind CLUSTER_ROLE =
            of("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", false);
    public static final ResourceKind CLUSTER_ROLE_BINDING =
            of("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", false);
    public static final ResourceKind STORAGE_CLASS =
            of("storage.k8s.io", "v1", "StorageClass", "storageclasses", false);
    public static final ResourceKind NETWORK_POLICY =
            of("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", true);
    public static final ResourceKind ENDPOINT_SLICE =
            of("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", true);
    public static final ResourceKind CUSTOM_RESOURCE_DEFINITION =
            of("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions", false);
    /** CloudNativePG's database cluster. */
    public static final ResourceKind DATABASE_CLUSTER = of("postgresql.cnpg.io", "v1", "Cluster", "clusters", true);
    /** CloudNativePG's scheduled backup. */
    public static final ResourceKind SCHEDULED_BACKUP =
            of("postgresql.cnpg.io", "v1", "ScheduledBackup", "scheduledbackups", true);
    /** Where CloudNativePG's backup plugin keeps backups. */
    public static final ResourceKind BACKUP_STORE =
            of("barmancloud.cnpg.io", "v1", "ObjectStore", "objectstores", true);

    private static final List<ResourceKind> KNOWN = List.of(
            NAMESPACE,
            NODE,
            PERSISTENT_VOLUME,
            POD,
            SERVICE,
            CONFIG_MAP,
            SECRET,
            SERVICE_ACCOUNT,
            EVENT,
            LIMIT_RANGE,
            RESOURCE_QUOTA,
            PERSISTENT_VOLUME_CLAIM,
            DEPLOYMENT,
            REPLICA_SET,
            STATEFUL_SET,
            DAEMON_SET,
            JOB,
            CRON_JOB,
            POD_DISRUPTION_BUDGET,
            ROLE,
            ROLE_BINDING,
            CLUSTER_ROLE,
            CLUSTER_ROLE_BINDING,
            STORAGE_CLASS,
            NETWORK_POLICY,
            ENDPOINT_SLICE,
            CUSTOM_RESOURCE_DEFINITION,
            DATABASE_CLUSTER,
            SCHEDULED_BACKUP,
            BACKUP_STORE);

    private static ResourceKind core(String kind, String plural, boolean namespaced) {
        return new ResourceKind("", "v1", kind, plural, namespaced);
    }

    private static ResourceKind of(String group, String version, String kind, String plural, boolean namespaced) {
        return new ResourceKind(group, version, kind, plural, namespaced);
    }

    /** The known kind with this apiVersion and kind; an unknown one is an {@link IllegalArgumentException}. */
    public static ResourceKind of(String apiVersion, String kind) {
        return KNOWN.stream()
                .filter(known ->
                        known.apiVersion().equals(apiVersion) && known.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown kind " + apiVersion + " " + kind));
    }

    public static List<ResourceKind> known() {
        return KNOWN;
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    public ObjectRef named(String namespace, String name) {
        return new ObjectRef(this, namespace, name);
    }

    /** A cluster-scoped object of this kind. */
    public ObjectRef named(String name) {
        return new ObjectRef(this, null, name);
    }
}
