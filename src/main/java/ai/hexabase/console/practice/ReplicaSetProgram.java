package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Keeps as many pods as each ReplicaSet asks for. */
final class ReplicaSetProgram implements Simulation {
    private static final String BY = "replicaset-controller";

    private final World world;
    private final ApiServer server;
    private final PodMaking pods;

    ReplicaSetProgram(World world, ApiServer server, Events events) {
        this.world = world;
        this.server = server;
        this.pods = new PodMaking(world, server, events, BY);
    }

    @Override
    public void step() {
        world.shelf().all(ResourceKind.REPLICA_SET).stream()
                .filter(set -> !Meta.deleting(set))
                .forEach(this::keep);
    }

    private void keep(ObjectNode set) {
        int wanted = Trees.number(set, "/spec/replicas", 1);
        var active = pods.podsOf(set).stream().filter(PodState::active).toList();
        var failure = Optional.<String>empty();
        boolean tried = active.size() >= wanted || pods.mayTry(set);
        for (int missing = wanted - active.size(); tried && missing > 0 && failure.isEmpty(); missing--) {
            failure = pods.make(set, Meta.name(set) + "-" + world.dice().letters(5), Map.of());
        }
        active.stream()
                .sorted(leastMissed())
                .limit(Math.max(0, active.size() - wanted))
                .forEach(pod -> pods.delete(set, pod));
        status(set, tried, failure);
    }

    /** Pods that are not ready go first, then the youngest. */
    private static Comparator<ObjectNode> leastMissed() {
        return Comparator.<ObjectNode, Boolean>comparing(
                        pod -> !PodState.node(pod).isEmpty())
                .thenComparing(PodState::ready)
                .thenComparing(Comparator.comparing(Meta::created).reversed())
                .thenComparing(Meta::name);
    }

    private void status(ObjectNode set, boolean tried, Optional<String> failure) {
        var active = pods.podsOf(set).stream().filter(PodState::active).toList();
        int ready = (int) active.stream().filter(PodState::ready).count();
        int available = available(set, active);
        server.changeStatus(Meta.ref(set), BY, next -> {
            var status = next.withObject("/status");
            status.put("replicas", active.size()).put("fullyLabeledReplicas", active.size());
            count(status, "readyReplicas", ready);
            count(status, "availableReplicas", available);
            status.put("observedGeneration", Trees.number(next, "/metadata/generation", 1));
            failure.ifPresent(
                    words -> Conditions.set(next, "ReplicaFailure", true, "FailedCreate", words, world.time()));
            if (tried && failure.isEmpty()) {
                Conditions.remove(next, "ReplicaFailure");
            }
        });
    }

    private int available(ObjectNode set, List<ObjectNode> active) {
        var least = java.time.Duration.ofSeconds(Trees.number(set, "/spec/minReadySeconds", 0));
        return (int) active.stream()
                .filter(PodState::ready)
                .filter(pod -> Conditions.find(pod, "Ready")
                        .flatMap(ready -> Meta.instant(ready, "/lastTransitionTime"))
                        .filter(since -> world.past(since, least))
                        .isPresent())
                .count();
    }

    /** Counts of zero are not written. */
    static void count(ObjectNode status, String field, int count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
    }
}
