package ai.hexabase.console.kube;

import tools.jackson.databind.json.JsonMapper;

/** What the scheduler sets aside for one pod: CPU in thousandths of a core, memory in bytes. */
public record PodDemand(long cpuMillis, long memoryBytes) {
    public static PodDemand of(KubeObject pod) {
        var spec = JsonMapper.shared().treeToValue(pod.at("/spec"), PodRequests.PodSpec.class);
        return new PodDemand(PodRequests.cpuMillis(spec), PodRequests.memoryBytes(spec));
    }
}
