package ai.hexabase.console.installation;

import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.profile.Supply;
import java.util.List;

/** What a cluster offers to an installation: only nodes that are ready and take pods count. */
public record Target(ClusterCapacity capacity) {
    public List<ClusterCapacity.Node> usableNodes() {
        return capacity.usable();
    }

    public Supply supply() {
        var nodes = usableNodes();
        return new Supply(
                nodes.stream().mapToLong(ClusterCapacity.Node::cpuMillis).sum(),
                nodes.stream().mapToLong(ClusterCapacity.Node::memoryBytes).sum(),
                nodes.stream()
                        .mapToLong(ClusterCapacity.Node::requestedCpuMillis)
                        .sum(),
                nodes.stream()
                        .mapToLong(ClusterCapacity.Node::requestedMemoryBytes)
                        .sum());
    }

    /** Names of the zones that usable nodes stand in, sorted. */
    public List<String> zones() {
        return capacity.usableZones();
    }
}
