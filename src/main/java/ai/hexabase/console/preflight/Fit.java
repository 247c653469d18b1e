package ai.hexabase.console.preflight;

import ai.hexabase.console.kube.ClusterCapacity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether pods find room: the largest first, each on the node with the most CPU left that takes it. A pod that finds
 * no room here may still find one by luck, and the other way round; the scheduler decides in the end.
 *
 * @param placed how many found a node
 * @param homeless those that found none
 */
record Fit(int placed, List<PodDemand> homeless) {
    private static final class Room {
        final ClusterCapacity.Node node;
        long cpu;
        long memory;
        long slots;
        final Map<Object, Integer> guests = new HashMap<>();

        Room(ClusterCapacity.Node node) {
            this.node = node;
            cpu = node.cpuMillis() - node.requestedCpuMillis();
            memory = node.memoryBytes() - node.requestedMemoryBytes();
            slots = node.podSlots() - node.runningPods();
        }

        void free(Observed.Pod pod) {
            cpu += pod.cpuMillis();
            memory += pod.memoryBytes();
            slots++;
        }

        boolean takes(PodDemand pod) {
            return cpu >= pod.cpuMillis()
                    && memory >= pod.memoryBytes()
                    && slots > 0
                    && !(pod.onePerNode() && guests.containsKey(pod.owner()))
                    && (pod.onlyZones().isEmpty()
                            || (node.zone() != null && pod.onlyZones().contains(node.zone())))
                    && node.labels().entrySet().containsAll(pod.nodeLabels().entrySet());
        }

        void give(PodDemand pod) {
            cpu -= pod.cpuMillis();
            memory -= pod.memoryBytes();
            slots--;
            guests.merge(pod.owner(), 1, Integer::sum);
        }
    }

    /** Tries it, as if the plan's own running pods were gone. */
    static Fit simulate(List<PodDemand> demands, ClusterCapacity capacity, List<Observed.Pod> ownPods) {
        var rooms = rooms(capacity, ownPods);
        var homeless = new ArrayList<PodDemand>();
        var placed = 0;
        for (var pod : largestFirst(demands)) {
            var room = best(pod, rooms);
            if (room == null) {
                homeless.add(pod);
            } else {
                room.give(pod);
                placed++;
            }
        }
        return new Fit(placed, List.copyOf(homeless));
    }

    private static List<Room> rooms(ClusterCapacity capacity, List<Observed.Pod> ownPods) {
        var rooms = capacity.usable().stream().map(Room::new).toList();
        for (var pod : ownPods) {
            rooms.stream().filter(room -> room.node.name().equals(pod.node())).forEach(room -> room.free(pod));
        }
        return rooms;
    }

    private static List<PodDemand> largestFirst(List<PodDemand> demands) {
        var pods = new ArrayList<PodDemand>();
        demands.forEach(demand -> {
            for (var i = 0; i < demand.count(); i++) {
                pods.add(demand);
            }
        });
        pods.sort(Comparator.comparingLong(PodDemand::cpuMillis)
                .thenComparingLong(PodDemand::memoryBytes)
                .reversed());
        return pods;
    }

    private static @Nullable Room best(PodDemand pod, List<Room> rooms) {
        return rooms.stream()
                .filter(room -> room.takes(pod))
                .filter(room -> !pod.evenOverZones() || evenAfter(pod, room, rooms))
                .max(Comparator.comparingLong(room -> room.cpu))
                .orElse(null);
    }

    private static boolean evenAfter(PodDemand pod, Room chosen, List<Room> rooms) {
        if (chosen.node.zone() == null) {
            return false;
        }
        var perZone = new HashMap<String, Integer>();
        rooms.stream()
                .filter(room -> room.node.zone() != null)
                .filter(room -> pod.onlyZones().isEmpty() || pod.onlyZones().contains(room.node.zone()))
                .forEach(room -> perZone.merge(
                        Objects.requireNonNull(room.node.zone()),
                        room.guests.getOrDefault(pod.owner(), 0),
                        Integer::sum));
        var least = perZone.values().stream().mapToInt(count -> count).min().orElse(0);
        return perZone.getOrDefault(chosen.node.zone(), 0) <= least;
    }
}
