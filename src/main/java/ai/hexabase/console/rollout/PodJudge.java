package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.KubeObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds what keeps pods from becoming ready; pure. */
final class PodJudge {
    private static final Set<String> NO_IMAGE =
            Set.of("ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull", "RegistryUnavailable");
    private static final Set<String> BAD_CONFIGURATION =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");

    private PodJudge() {}

    /** The worst trouble of these pods of one owner. */
    static Optional<Trouble> trouble(String owner, List<KubeObject> pods) {
        return Stream.of(
                        containers(owner, pods, NO_IMAGE),
                        containers(owner, pods, BAD_CONFIGURATION),
                        containers(owner, pods, Set.of("CrashLoopBackOff")),
                        unschedulable(owner, pods))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Trouble> containers(String owner, List<KubeObject> pods, Set<String> reasons) {
        return pods.stream()
                .filter(pod -> pod.text("/metadata/deletionTimestamp") == null)
                .flatMap(pod -> Stream.of("/status/initContainerStatuses", "/status/containerStatuses")
                        .flatMap(part -> pod.at(part).valueStream()))
                .filter(status -> reasons.contains(reason(status)))
                .map(status -> trouble(owner, status))
                .findFirst();
    }

    private static String reason(JsonNode status) {
        return status.at("/state/waiting/reason").asString("");
    }

    private static Trouble trouble(String owner, JsonNode status) {
        var container = status.path("name").asString("");
        var reason = reason(status);
        var words = words(status);
        if (NO_IMAGE.contains(reason)) {
            var image = status.path("image").asString("");
            return Trouble.ofContainer(Problem.of("rollout-image", owner, image).saying(words), Waiting.NO_IMAGE);
        }
        var code = BAD_CONFIGURATION.contains(reason) ? "rollout-container" : "rollout-crashing";
        return Trouble.ofContainer(Problem.of(code, owner, container).saying(words), Waiting.CRASHING);
    }

    private static String words(JsonNode status) {
        var reason = reason(status);
        var message = status.at("/state/waiting/message").asString("");
        var last = status.at("/lastState/terminated");
        var exit = last.isMissingNode()
                ? ""
                : " (exit code " + last.path("exitCode").asInt(0) + " "
                        + last.path("reason").asString("") + ")";
        return (message.isEmpty() ? reason : reason + ": " + message) + exit;
    }

    private static Optional<Trouble> unschedulable(String owner, List<KubeObject> pods) {
        return pods.stream()
                .filter(pod -> pod.text("/spec/nodeName") == null)
                .flatMap(pod -> Look.condition(pod, "PodScheduled").stream())
                .filter(condition -> !condition.holds() && condition.reason().equals("Unschedulable"))
                .map(condition -> new Trouble(
                        Problem.of("rollout-unschedulable", owner).saying(condition.message()), Waiting.LIMIT))
                .findFirst();
    }
}
