package ai.hexabase.console.practice;

import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a pod's status as the kubelet does.
 *
 * @param now RFC 3339
 */
record PodStatus(ObjectNode pod, String now) {
    void accepted(String nodeAddress) {
        var status = pod.withObject("/status");
        status.put("phase", "Pending").put("startTime", now).put("hostIP", nodeAddress);
        Conditions.set(pod, "Initialized", true, "", "", now);
        Conditions.set(pod, "PodReadyToStartContainers", false, "", "", now);
        unready();
        var containers = status.putArray("containerStatuses");
        pod.at("/spec/containers").forEach(container -> {
            var one = containers.addObject();
            one.put("name", Trees.text(container, "/name"))
                    .put("image", Trees.text(container, "/image"))
                    .put("imageID", "")
                    .put("ready", false)
                    .put("started", false)
                    .put("restartCount", 0);
            one.putObject("lastState");
            one.putObject("state").putObject("waiting").put("reason", "ContainerCreating");
        });
    }

    private void unready() {
        var names = Trees.each(pod.at("/spec/containers"))
                .map(container -> Trees.text(container, "/name"))
                .collect(Collectors.joining(" "));
        for (var type : new String[] {"Ready", "ContainersReady"}) {
            Conditions.set(
                    pod, type, false, "ContainersNotReady", "containers with unready status: [" + names + "]", now);
        }
    }

    void waiting(String reason, String message) {
        containers(one -> {
            var state = Trees.object();
            state.putObject("waiting").put("reason", reason).put("message", message);
            one.set("state", state);
        });
    }

    void running(String address) {
        var status = pod.withObject("/status").put("phase", "Running").put("podIP", address);
        status.putArray("podIPs").addObject().put("ip", address);
        Conditions.set(pod, "PodReadyToStartContainers", true, "", "", now);
        if (pod.at("/spec/initContainers").size() > 0) {
            initialised(status);
        }
        containers(one -> {
            var state = Trees.object();
            state.putObject("running").put("startedAt", now);
            one.put("started", true).put("imageID", "practice://" + Trees.text(one, "/image"));
            one.put("containerID", "practice://" + Dice.hash(Meta.uid(pod) + Trees.text(one, "/name")));
            one.set("state", state);
        });
    }

    private void initialised(ObjectNode status) {
        var containers = status.putArray("initContainerStatuses");
        pod.at("/spec/initContainers").forEach(container -> {
            var one = containers.addObject();
            one.put("name", Trees.text(container, "/name")).put("ready", true).put("restartCount", 0);
            one.put("image", Trees.text(container, "/image")).put("imageID", "");
            one.putObject("state").set("terminated", completed(now));
        });
    }

    private ObjectNode completed(String started) {
        return Trees.object("exitCode", 0, "reason", "Completed", "startedAt", started, "finishedAt", now);
    }

    void ready() {
        containers(one -> one.put("ready", true));
        Conditions.set(pod, "ContainersReady", true, "", "", now);
        Conditions.set(pod, "Ready", true, "", "", now);
    }

    void succeeded() {
        pod.withObject("/status").put("phase", "Succeeded");
        containers(one -> {
            var started = Trees.text(one, "/state/running/startedAt");
            one.put("ready", false).put("started", false);
            one.set("state", Trees.object("terminated", completed(started)));
        });
        for (var type : new String[] {"Ready", "ContainersReady"}) {
            Conditions.set(pod, type, false, "PodCompleted", "", now);
        }
    }

    private void containers(java.util.function.Consumer<ObjectNode> change) {
        Trees.objects(pod.at("/status/containerStatuses")).forEach(change);
    }
}
