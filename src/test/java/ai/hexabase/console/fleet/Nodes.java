package ai.hexabase.console.fleet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The simulated nodes of one cluster.
 *
 * @param count how many nodes
 * @param zones zone names; nodes are dealt out to them in turn
 * @param cpu CPU cores of each node, as a Kubernetes quantity
 * @param memory memory of each node, as a Kubernetes quantity
 */
public record Nodes(int count, List<String> zones, String cpu, String memory) {
    /** Three nodes of 8 CPU and 32 GiB, one in each of zone-a, zone-b and zone-c. */
    public static Nodes threeZones() {
        return new Nodes(3, List.of("zone-a", "zone-b", "zone-c"), "8", "32Gi");
    }

    public Nodes {
        zones = List.copyOf(zones);
    }

    /** Names are node-1, node-2 and so on. */
    String manifests(String region) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> manifest(number, zones.get((number - 1) % zones.size()), region))
                .collect(Collectors.joining("---\n"));
    }

    private String manifest(int number, String zone, String region) {
        return """
        apiVersion: v1
        kind: Node
        metadata:
          name: node-%1$d
          labels:
            kubernetes.io/hostname: node-%1$d
            kubernetes.io/os: linux
            kubernetes.io/arch: amd64
            topology.kubernetes.io/region: %3$s
            topology.kubernetes.io/zone: %2$s
            node-role.kubernetes.io/worker: ""
        status:
          # Both kinds, or the simulated kubelet forgets them when it comes back after a node was lost.
          addresses: [{type: InternalIP, address: 127.0.0.1}, {type: Hostname, address: node-%1$d}]
          capacity: {cpu: "%4$s", memory: %5$s, pods: "110", ephemeral-storage: 200Gi}
          allocatable: {cpu: "%4$s", memory: %5$s, pods: "110", ephemeral-storage: 200Gi}
          nodeInfo:
            architecture: amd64
            operatingSystem: linux
            kubeletVersion: v1.36.3
            containerRuntimeVersion: containerd://2.2.9
            kernelVersion: 6.12.0
            osImage: Simulated
            machineID: ""
            systemUUID: ""
            bootID: ""
            kubeProxyVersion: v1.36.3
        """.formatted(number, zone, region, cpu, memory);
    }
}
