package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Starts, readies and ends the containers of the pods on nodes that answer. */
final class KubeletProgram implements Simulation {
    private static final String BY = "kubelet";
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration PULL_PATIENCE = Duration.ofSeconds(3);
    private static final Duration COMPLAINT = Duration.ofSeconds(10);

    private final World world;
    private final ApiServer server;
    private final Events events;

    KubeletProgram(World world, ApiServer server, Events events) {
        this.world = world;
        this.server = server;
        this.events = events;
    }

    @Override
    public void step() {
        for (var pod : world.shelf().all(ResourceKind.POD)) {
            var node = PodState.node(pod);
            if (!node.isEmpty() && !NodeProgram.isLost(world, node)) {
                look(pod);
            }
        }
    }

    private void look(ObjectNode pod) {
        if (Meta.deleting(pod)) {
            end(pod);
        } else if (Trees.text(pod, "/status/startTime").isEmpty()) {
            accept(pod);
        } else if (PodState.phase(pod).equals("Pending")) {
            start(pod);
        } else if (PodState.phase(pod).equals("Running")) {
            run(pod);
        }
    }

    private void end(ObjectNode pod) {
        var asked = Meta.instant(pod, "/metadata/deletionTimestamp")
                .orElse(world.now())
                .minusSeconds(Trees.number(pod, "/metadata/deletionGracePeriodSeconds", 0));
        if (PodState.ended(pod) || world.done(asked, FAREWELL)) {
            world.shelf().remove(Meta.ref(pod));
        } else if (events.quiet(pod, "Killing", COMPLAINT)) {
            Trees.each(pod.at("/spec/containers"))
                    .forEach(container ->
                            events.normal(pod, BY, "Killing", "Stopping container " + Trees.text(container, "/name")));
        }
    }

    private void accept(ObjectNode pod) {
        server.changeStatus(Meta.ref(pod), BY, next -> new PodStatus(next, world.time()).accepted(nodeAddress(pod)));
    }

    private String nodeAddress(ObjectNode pod) {
        var node = world.shelf().get(ResourceKind.NODE.named(PodState.node(pod)));
        return node == null ? "" : Trees.text(node, "/status/addresses/0/address");
    }

    private void start(ObjectNode pod) {
        var missing = new PodNeeds(world.shelf(), pod);
        var mount = missing.mountProblem();
        var reference = missing.referenceProblem();
        if (mount.isPresent()) {
            complain(pod, "FailedMount", mount.get());
        } else if (world.has(Trouble.IMAGE_CANNOT_BE_PULLED)) {
            cannotPull(pod);
        } else if (reference.isPresent()) {
            wait(pod, "CreateContainerConfigError", reference.get());
            complain(pod, "Failed", "Error: " + reference.get());
        } else if (world.done(accepted(pod), startDelay(pod))) {
            running(pod);
        }
    }

    private static java.time.Instant accepted(ObjectNode pod) {
        return Meta.instant(pod, "/status/startTime").orElse(java.time.Instant.EPOCH);
    }

    private static Duration startDelay(ObjectNode pod) {
        return Duration.ofSeconds(1L + Dice.choose(Meta.uid(pod), 2));
    }

    private void cannotPull(ObjectNode pod) {
        var image = Trees.text(pod, "/spec/containers/0/image");
        boolean backOff = world.past(accepted(pod), PULL_PATIENCE);
        var error = "failed to pull and unpack image \"" + image + "\": failed to resolve reference \"" + image
                + "\": practice trouble: manifest unknown";
        if (backOff) {
            wait(pod, "ImagePullBackOff", "Back-off pulling image \"" + image + "\": ErrImagePull: " + error);
            complain(pod, "BackOff", "Back-off pulling image \"" + image + "\"");
        } else {
            wait(pod, "ErrImagePull", error);
            complain(pod, "Failed", "Failed to pull image \"" + image + "\": " + error);
        }
    }

    private void wait(ObjectNode pod, String reason, String message) {
        server.changeStatus(Meta.ref(pod), BY, next -> new PodStatus(next, world.time()).waiting(reason, message));
    }

    private void complain(ObjectNode pod, String reason, String message) {
        if (events.quiet(pod, reason, COMPLAINT)) {
            events.warning(pod, BY, reason, message);
        }
    }

    private void running(ObjectNode pod) {
        server.changeStatus(Meta.ref(pod), BY, next -> new PodStatus(next, world.time()).running(address(pod)));
        for (var container : pod.at("/spec/containers")) {
            var name = Trees.text(container, "/name");
            var image = Trees.text(container, "/image");
            events.normal(
                    pod,
                    BY,
                    "Pulled",
                    "Successfully pulled image \"" + image + "\" in 412ms (412ms including"
                            + " waiting). Image size: 48211033 bytes.");
            events.normal(pod, BY, "Created", "Created container: " + name);
            events.normal(pod, BY, "Started", "Started container " + name);
        }
        run(Optional.ofNullable(world.shelf().get(Meta.ref(pod))).orElse(pod));
    }

    private static String address(ObjectNode pod) {
        return "10.244." + (1 + Dice.choose(PodState.node(pod), 200)) + "." + (2 + Dice.choose(Meta.uid(pod), 250));
    }

    private void run(ObjectNode pod) {
        var started = Meta.instant(pod, "/status/containerStatuses/0/state/running/startedAt")
                .orElse(world.now());
        if (isTask(pod)) {
            if (world.done(started, Duration.ofSeconds(2L + Dice.choose(Meta.uid(pod), 2)))) {
                server.changeStatus(Meta.ref(pod), BY, next -> new PodStatus(next, world.time()).succeeded());
            } else if (!PodState.ready(pod)) {
                ready(pod);
            }
        } else if (!PodState.ready(pod) && world.done(started, readyDelay(pod))) {
            ready(pod);
        }
    }

    private void ready(ObjectNode pod) {
        server.changeStatus(Meta.ref(pod), BY, next -> new PodStatus(next, world.time()).ready());
    }

    private static boolean isTask(ObjectNode pod) {
        return Meta.controller(pod)
                .filter(owner -> Trees.text(owner, "/kind").equals("Job"))
                .isPresent();
    }

    /** Pods that nobody probes are ready as soon as they run. */
    private static Duration readyDelay(ObjectNode pod) {
        boolean probed = Trees.each(pod.at("/spec/containers"))
                .anyMatch(container -> container.has("readinessProbe") || container.has("startupProbe"));
        return Duration.ofSeconds(probed ? 1L + Dice.choose(Meta.uid(pod), 2) : 0);
    }
}
