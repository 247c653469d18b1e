package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Map;

/** The classes whose fields are the schema of the built-in kinds. */
final class ModelClasses {
    static final Map<ResourceKind, Class<?>> ALL = Map.ofEntries(
            Map.entry(ResourceKind.NAMESPACE, Namespace.class),
            Map.entry(ResourceKind.NODE, Node.class),
            Map.entry(ResourceKind.PERSISTENT_VOLUME, PersistentVolume.class),
            Map.entry(ResourceKind.POD, Pod.class),
            Map.entry(ResourceKind.SERVICE, Service.class),
            Map.entry(ResourceKind.CONFIG_MAP, ConfigMap.class),
            Map.entry(ResourceKind.SECRET, Secret.class),
            Map.entry(ResourceKind.SERVICE_ACCOUNT, ServiceAccount.class),
            Map.entry(ResourceKind.EVENT, Event.class),
            Map.entry(ResourceKind.LIMIT_RANGE, LimitRange.class),
            Map.entry(ResourceKind.RESOURCE_QUOTA, ResourceQuota.class),
            Map.entry(ResourceKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class),
            Map.entry(ResourceKind.DEPLOYMENT, Deployment.class),
            Map.entry(ResourceKind.REPLICA_SET, ReplicaSet.class),
            Map.entry(ResourceKind.STATEFUL_SET, StatefulSet.class),
            Map.entry(ResourceKind.DAEMON_SET, DaemonSet.class),
            Map.entry(ResourceKind.JOB, Job.class),
            Map.entry(ResourceKind.CRON_JOB, CronJob.class),
            Map.entry(ResourceKind.POD_DISRUPTION_BUDGET, PodDisruptionBudget.class),
            Map.entry(ResourceKind.ROLE, Role.class),
            Map.entry(ResourceKind.ROLE_BINDING, RoleBinding.class),
            Map.entry(ResourceKind.CLUSTER_ROLE, ClusterRole.class),
            Map.entry(ResourceKind.CLUSTER_ROLE_BINDING, ClusterRoleBinding.class),
            Map.entry(ResourceKind.STORAGE_CLASS, StorageClass.class),
            Map.entry(ResourceKind.NETWORK_POLICY, NetworkPolicy.class),
            Map.entry(ResourceKind.ENDPOINT_SLICE, EndpointSlice.class));

    private ModelClasses() {}
}
