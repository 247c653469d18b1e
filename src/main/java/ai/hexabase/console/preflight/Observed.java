package ai.hexabase.console.preflight;

import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.ServerInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster told.
 *
 * @param missingKinds kinds the plan needs and the server does not serve
 * @param namespaces each namespace of the plan; null value when it does not exist
 * @param existing objects of the plan that are there already
 * @param ownPods pods that run today for the plan's own objects
 * @param quotas ResourceQuotas in the plan's namespaces
 */
record Observed(
        Instant asOf,
        Fact<ServerInfo> server,
        Fact<List<AccessAnswer>> access,
        Fact<List<ResourceKind>> missingKinds,
        Fact<ClusterCapacity> capacity,
        Fact<List<Pod>> ownPods,
        Fact<List<KubeObject>> storageClasses,
        Fact<Map<String, Stage>> namespaces,
        Fact<List<KubeObject>> existing,
        Fact<List<KubeObject>> quotas,
        Fact<List<PodProbe>> probes) {
    /** Whether a namespace can take objects. */
    enum Stage {
        ABSENT,
        ACTIVE,
        TERMINATING
    }

    /** A running pod: where, and what it requests. */
    record Pod(@Nullable String node, long cpuMillis, long memoryBytes) {}

    /**
     * A pod offered to the API server without storing it.
     *
     * @param namespace where it was offered
     * @param standIn the pod's own namespace does not exist yet
     * @param refusal the server's words when it refused, else null
     */
    record PodProbe(
            ObjectRef owner,
            String namespace,
            boolean standIn,
            @Nullable String refusal,
            List<String> warnings) {
        PodProbe {
            warnings = List.copyOf(warnings);
        }
    }
}
