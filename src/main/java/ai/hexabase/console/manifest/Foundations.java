package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.list;
import static ai.hexabase.console.manifest.Tree.map;
import static ai.hexabase.console.manifest.Tree.object;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;

/** Namespace, service account and what it may do. */
record Foundations(Marks marks) {
    private static final List<Object> WRITE = list("get", "list", "watch", "create", "update", "patch", "delete");
    private static final List<Object> READ = list("get", "list", "watch");

    KubeObject namespace() {
        var labels = marks.labels("platform");
        for (var mode : List.of("enforce", "audit", "warn")) {
            labels.put("pod-security.kubernetes.io/" + mode, "restricted");
        }
        return object(ResourceKind.NAMESPACE, map("name", Names.NAMESPACE, "labels", labels));
    }

    /** The parent of the ApplySet; it is no member itself. */
    KubeObject applySet(List<KubeObject> members) {
        var labels = marks.common("platform");
        labels.put(ApplySet.ID, ApplySet.ownId());
        var metadata = map(
                "name",
                Names.APPLY_SET,
                "namespace",
                Names.NAMESPACE,
                "labels",
                labels,
                "annotations",
                map(ApplySet.TOOLING, "hexabase-console/v1", ApplySet.KINDS, ApplySet.kinds(members)));
        var input = marks.input();
        return object(
                ResourceKind.CONFIG_MAP,
                metadata,
                "data",
                map("installation", input.name(), "revision", Integer.toString(input.revision())));
    }

    KubeObject serviceAccount() {
        return object(ResourceKind.SERVICE_ACCOUNT, marks.metadata(Names.CONTROL_PLANE, "control-plane"));
    }

    /** What the control plane needs in its own namespace: leader election and its own objects. */
    KubeObject role() {
        return object(
                ResourceKind.ROLE,
                marks.metadata(Names.CONTROL_PLANE, "control-plane"),
                "rules",
                list(
                        rule("", WRITE, "configmaps", "secrets"),
                        rule("coordination.k8s.io", WRITE, "leases"),
                        rule("", READ, "pods", "services", "endpoints"),
                        rule("", list("create", "patch"), "events")));
    }

    KubeObject roleBinding() {
        return object(
                ResourceKind.ROLE_BINDING,
                marks.metadata(Names.CONTROL_PLANE, "control-plane"),
                "roleRef",
                roleRef("Role"),
                "subjects",
                subjects());
    }

    /** What it needs to make and remove tenants: a namespace each, and in it a vcluster with its quotas. */
    KubeObject clusterRole() {
        return object(
                ResourceKind.CLUSTER_ROLE,
                marks.clusterMetadata(Names.CONTROL_PLANE, "control-plane"),
                "rules",
                list(
                        rule("", WRITE, "namespaces", "resourcequotas", "limitranges", "serviceaccounts"),
                        rule("", WRITE, "services", "configmaps", "secrets", "persistentvolumeclaims"),
                        rule("apps", WRITE, "statefulsets", "deployments"),
                        rule("networking.k8s.io", WRITE, "networkpolicies"),
                        rule("rbac.authorization.k8s.io", WRITE, "roles", "rolebindings"),
                        rule("", READ, "nodes", "pods", "pods/log", "events"),
                        rule("storage.k8s.io", READ, "storageclasses")));
    }

    KubeObject clusterRoleBinding() {
        return object(
                ResourceKind.CLUSTER_ROLE_BINDING,
                marks.clusterMetadata(Names.CONTROL_PLANE, "control-plane"),
                "roleRef",
                roleRef("ClusterRole"),
                "subjects",
                subjects());
    }

    private static Object rule(String group, List<Object> verbs, Object... resources) {
        return map("apiGroups", list(group), "resources", list(resources), "verbs", verbs);
    }

    private static Object roleRef(String kind) {
        return map("apiGroup", "rbac.authorization.k8s.io", "kind", kind, "name", Names.CONTROL_PLANE);
    }

    private static Object subjects() {
        return list(map("kind", "ServiceAccount", "name", Names.CONTROL_PLANE, "namespace", Names.NAMESPACE));
    }
}
