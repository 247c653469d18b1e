package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;

/**
 * What a pod belongs to.
 *
 * @param kind such as {@code Deployment}; {@code Pod} for a pod that stands alone
 */
public record Workload(String kind, String name) {
    /** A ReplicaSet of a Deployment is told as the Deployment: its name without the pods' template hash. */
    static Workload of(KubeObject pod) {
        var kind = pod.text("/metadata/ownerReferences/0/kind");
        var name = pod.text("/metadata/ownerReferences/0/name");
        if (kind == null || name == null) {
            return new Workload("Pod", pod.name());
        }
        var hash = pod.labels().get("pod-template-hash");
        if (kind.equals("ReplicaSet") && hash != null && name.endsWith("-" + hash)) {
            return new Workload("Deployment", name.substring(0, name.length() - hash.length() - 1));
        }
        return new Workload(kind, name);
    }
}
