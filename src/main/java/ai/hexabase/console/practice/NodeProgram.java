package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** Watches over nodes: one that stops answering is marked, and its pods are given up after a while. */
record NodeProgram(World world, ApiServer server, Events events) implements Simulation {
    /** Shorter than a real cluster's five minutes, so that it can be watched. */
    static final Duration EVICTION = Duration.ofSeconds(20);

    private static final String BY = "node-controller";
    private static final String UNREACHABLE = "node.kubernetes.io/unreachable";

    static boolean isLost(World world, String node) {
        return world.has(Trouble.NODE_LOST)
                && node.equals(world.site().places().getFirst().name());
    }

    @Override
    public void step() {
        for (var node : world.shelf().all(ResourceKind.NODE)) {
            boolean lost = isLost(world, Meta.name(node));
            boolean marked = !Conditions.isTrue(node, "Ready");
            if (lost && !marked) {
                markLost(node);
            } else if (!lost && marked) {
                markBack(node);
            } else if (lost) {
                evict(node);
            }
        }
    }

    private void markLost(ObjectNode node) {
        server.changeStatus(Meta.ref(node), BY, next -> {
            Conditions.set(
                    next, "Ready", false, "NodeStatusUnknown", "Kubelet stopped posting node status.", world.time());
            Conditions.find(next, "Ready").ifPresent(ready -> ready.put("status", "Unknown"));
        });
        server.change(Meta.ref(node), BY, next -> {
            var taints = next.withObject("/spec").withArray("taints");
            taints.add(Trees.object("key", UNREACHABLE, "effect", "NoSchedule"));
            taints.add(Trees.object("key", UNREACHABLE, "effect", "NoExecute"));
        });
        events.normal(node, BY, "NodeNotReady", "Node " + Meta.name(node) + " status is now: NodeNotReady");
        pods(node).forEach(pod -> server.changeStatus(pod, BY, this::notReady));
    }

    private void notReady(ObjectNode pod) {
        if (!PodState.ended(pod) && Conditions.find(pod, "Ready").isPresent()) {
            Conditions.set(pod, "Ready", false, "NodeNotReady", "", world.time());
        }
    }

    private void markBack(ObjectNode node) {
        server.changeStatus(
                Meta.ref(node),
                "kubelet",
                next -> Conditions.set(
                        next, "Ready", true, "KubeletReady", "kubelet is posting ready status", world.time()));
        server.change(Meta.ref(node), BY, next -> next.withObject("/spec").remove("taints"));
        events.normal(node, "kubelet", "NodeReady", "Node " + Meta.name(node) + " status is now: NodeReady");
        pods(node).forEach(pod -> server.changeStatus(pod, "kubelet", this::readyAgain));
    }

    private void readyAgain(ObjectNode pod) {
        if (Conditions.isTrue(pod, "ContainersReady") && !Meta.deleting(pod)) {
            Conditions.set(pod, "Ready", true, "", "", world.time());
        }
    }

    private void evict(ObjectNode node) {
        var since = Conditions.find(node, "Ready")
                .flatMap(ready -> Meta.instant(ready, "/lastTransitionTime"))
                .orElse(world.now());
        if (!world.past(since, EVICTION)) {
            return;
        }
        for (var ref : pods(node)) {
            var pod = world.shelf().get(ref);
            if (pod != null && PodState.active(pod)) {
                events.normal(
                        pod,
                        "taint-eviction-controller",
                        "TaintManagerEviction",
                        "Marking for deletion Pod " + Meta.namespace(pod) + "/" + Meta.name(pod));
                new Deletion(world).delete(pod);
            }
        }
    }

    private java.util.List<ObjectRef> pods(ObjectNode node) {
        return Capacity.on(node, world.shelf().all(ResourceKind.POD)).stream()
                .map(Meta::ref)
                .toList();
    }
}
