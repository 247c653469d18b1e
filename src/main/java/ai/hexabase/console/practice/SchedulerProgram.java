package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Gives each waiting pod a node that has room, spreading pods over zones and nodes. */
record SchedulerProgram(World world, ApiServer server, Events events) implements Simulation {
    private static final String BY = "default-scheduler";
    private static final Duration RETRY = Duration.ofSeconds(10);

    @Override
    public void step() {
        world.shelf().all(ResourceKind.POD).stream()
                .filter(pod -> PodState.node(pod).isEmpty() && PodState.active(pod))
                .sorted(Comparator.comparing(Meta::created))
                .forEach(this::place);
    }

    private void place(ObjectNode pod) {
        var unbound = unbound(pod);
        if (unbound.isPresent()) {
            fail(pod, unbound.get());
            return;
        }
        var fit = new NodeFit(pod, world.shelf());
        var reasons = new TreeMap<String, Integer>();
        var nodes = world.shelf().all(ResourceKind.NODE);
        var possible = nodes.stream()
                .filter(node -> {
                    var why = fit.refusals(node);
                    why.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
                    return why.isEmpty();
                })
                .toList();
        if (possible.isEmpty()) {
            fail(pod, words(nodes.size(), reasons));
        } else {
            bind(pod, possible.stream().min(fit.preference()).orElseThrow());
        }
    }

    /** The scheduler's own arithmetic. */
    static String words(int nodes, Map<String, Integer> reasons) {
        var counted = reasons.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        return "0/" + nodes + " nodes are available: " + counted
                + ". preemption: 0/" + nodes + " nodes are available: " + nodes
                + " Preemption is not helpful for scheduling.";
    }

    private Optional<String> unbound(ObjectNode pod) {
        for (var name : Claims.of(pod)) {
            var claim = world.shelf().get(ResourceKind.PERSISTENT_VOLUME_CLAIM.named(Meta.namespace(pod), name));
            if (claim == null) {
                return Optional.of("persistentvolumeclaim \"" + name + "\" not found");
            }
            if (!Trees.text(claim, "/status/phase").equals("Bound")) {
                return Optional.of("pod has unbound immediate PersistentVolumeClaims");
            }
        }
        return Optional.empty();
    }

    private void fail(ObjectNode pod, String message) {
        server.changeStatus(
                Meta.ref(pod),
                BY,
                next -> Conditions.set(next, "PodScheduled", false, "Unschedulable", message, world.time()));
        if (events.quiet(pod, "FailedScheduling", RETRY)) {
            events.warning(pod, BY, "FailedScheduling", message);
        }
    }

    private void bind(ObjectNode pod, ObjectNode node) {
        server.change(Meta.ref(pod), BY, next -> next.withObject("/spec").put("nodeName", Meta.name(node)));
        server.changeStatus(
                Meta.ref(pod), BY, next -> Conditions.set(next, "PodScheduled", true, "", "", world.time()));
        events.normal(
                pod,
                BY,
                "Scheduled",
                "Successfully assigned " + Meta.namespace(pod) + "/" + Meta.name(pod) + " to " + Meta.name(node));
    }
}
