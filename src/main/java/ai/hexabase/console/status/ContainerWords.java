package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says in plain words how single containers are doing. */
final class ContainerWords {
    private ContainerWords() {}

    /** The container that keeps the pod from working, if one does. */
    static Optional<PodReason> worst(KubeObject pod) {
        return all(pod).stream()
                .map(status -> waiting(status, pod))
                .flatMap(Optional::stream)
                .filter(reason -> reason.health() == Health.FAILED || reason.health() == Health.WARNING)
                .findFirst();
    }

    /** Why the first failed container of an ended pod failed. */
    static Optional<PodReason> failure(KubeObject pod) {
        return all(pod).stream()
                .map(status -> status.path("state").path("terminated"))
                .filter(ended -> ended.path("exitCode").asInt(0) != 0)
                .findFirst()
                .map(ended -> terminated(ended, Health.FAILED));
    }

    static Optional<PodReason> initProgress(KubeObject pod) {
        var statuses = pod.at("/status/initContainerStatuses");
        var done = 0;
        for (var status : statuses) {
            var restartable = status.path("started").asBoolean(false);
            var ended = status.path("state").path("terminated");
            if (ended.isObject() && ended.path("exitCode").asInt(1) != 0) {
                return Optional.of(PodReason.of(
                        Health.WARNING,
                        "init-failed",
                        words(ended),
                        status.path("name").asString(""),
                        ended.path("exitCode").asInt(1)));
            }
            if (restartable || (ended.isObject() && ended.path("exitCode").asInt(1) == 0)) {
                done++;
            } else {
                return Optional.of(PodReason.of(
                        Health.PROGRESSING,
                        "init",
                        null,
                        done + 1,
                        statuses.size(),
                        status.path("name").asString("")));
            }
        }
        return Optional.empty();
    }

    /** A pod that runs now but did not always. */
    static Optional<PodReason> lastRestart(KubeObject pod) {
        for (var status : pod.at("/status/containerStatuses")) {
            var last = status.path("lastState").path("terminated");
            if (status.path("restartCount").asInt(0) > 0 && last.isObject()) {
                var key = "OOMKilled".equals(last.path("reason").asString("")) ? "restarted-memory" : "restarted";
                return Optional.of(PodReason.of(
                        Health.OK, key, words(last), last.path("exitCode").asInt(0)));
            }
        }
        return Optional.empty();
    }

    /** Runs and is not ready, by container. */
    static Optional<PodReason> unready(KubeObject pod) {
        for (var status : pod.at("/status/containerStatuses")) {
            if (!status.path("ready").asBoolean(false)) {
                var crashed = status.path("lastState").path("terminated");
                if (status.path("restartCount").asInt(0) > 0 && crashed.isObject()) {
                    return Optional.of(terminated(crashed, Health.WARNING));
                }
                var name = status.path("name").asString("");
                return Optional.of(PodReason.of(Health.PROGRESSING, waitsFor(status, name, pod), null, name));
            }
        }
        return Optional.empty();
    }

    /** Which check the kubelet is still waiting for. */
    private static String waitsFor(JsonNode status, String name, KubeObject pod) {
        for (var container : pod.at("/spec/containers")) {
            if (name.equals(container.path("name").asString(""))) {
                if (container.has("startupProbe") && !status.path("started").asBoolean(false)) {
                    return "waits-for-startup";
                }
                return container.has("readinessProbe") ? "waits-for-readiness" : "container-not-ready";
            }
        }
        return "container-not-ready";
    }

    /** The state of one container for the detail panel. */
    static PodReason state(JsonNode status, KubeObject pod) {
        var state = status.path("state");
        if (state.path("waiting").isObject()) {
            return waiting(status, pod).orElseGet(() -> PodReason.of(Health.PROGRESSING, "container-waits", null));
        }
        var ended = state.path("terminated");
        if (ended.isObject()) {
            return ended.path("exitCode").asInt(0) == 0
                    ? PodReason.of(Health.OK, "container-ended", null)
                    : terminated(ended, Health.FAILED);
        }
        if (!state.path("running").isObject()) {
            return PodReason.of(Health.WAITING, "container-waits", null);
        }
        return status.path("ready").asBoolean(false)
                ? PodReason.of(Health.OK, "running", null)
                : PodReason.of(Health.PROGRESSING, "container-runs-unready", null);
    }

    private static Optional<PodReason> waiting(JsonNode status, KubeObject pod) {
        var waiting = status.path("state").path("waiting");
        var reason = waiting.path("reason").asString("");
        var message = waiting.path("message").asString("");
        var name = status.path("name").asString("");
        var words = PodWords.words(reason, message);
        return switch (reason) {
            case "" -> Optional.empty();
            case "ErrImagePull",
                    "ImagePullBackOff",
                    "InvalidImageName",
                    "ErrImageNeverPull",
                    "ImageInspectError",
                    "RegistryUnavailable",
                    "SignatureValidationFailed" ->
                Optional.of(PodReason.of(
                        Health.FAILED,
                        StartTrouble.image(
                                reason,
                                message,
                                !pod.at("/spec/imagePullSecrets").isEmpty()),
                        words,
                        image(status, name, pod)));
            case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
                Optional.of(PodReason.of(Health.FAILED, StartTrouble.config(message), words, name));
            case "CrashLoopBackOff" -> Optional.of(crashLoop(status, words, isInit(name, pod)));
            case "PodInitializing", "ContainerCreating" ->
                Optional.of(PodReason.of(Health.PROGRESSING, "starting", null));
            default -> Optional.of(PodReason.of(Health.WARNING, "container-other", words, name));
        };
    }

    /** The status names the digest; people know the name written in the spec. */
    private static String image(JsonNode status, String name, KubeObject pod) {
        for (var list : List.of("/spec/containers", "/spec/initContainers")) {
            for (var container : pod.at(list)) {
                if (name.equals(container.path("name").asString(""))) {
                    return container.path("image").asString("");
                }
            }
        }
        return status.path("image").asString("");
    }

    private static boolean isInit(String name, KubeObject pod) {
        for (var container : pod.at("/spec/initContainers")) {
            if (name.equals(container.path("name").asString(""))) {
                return true;
            }
        }
        return false;
    }

    private static PodReason crashLoop(JsonNode status, @Nullable String words, boolean init) {
        var last = status.path("lastState").path("terminated");
        if ("OOMKilled".equals(last.path("reason").asString(""))) {
            return PodReason.of(Health.FAILED, "memory-loop", words(last));
        }
        return PodReason.of(
                Health.FAILED,
                init ? "init-crash-loop" : "crash-loop",
                last.isObject() ? PodWords.words("CrashLoopBackOff", words(last)) : words,
                status.path("restartCount").asInt(0),
                last.path("exitCode").asInt(0),
                status.path("name").asString(""));
    }

    private static PodReason terminated(JsonNode ended, Health health) {
        var reason = ended.path("reason").asString("");
        return switch (reason) {
            case "OOMKilled" -> PodReason.of(health, "memory", words(ended));
            case "DeadlineExceeded" -> PodReason.of(health, "deadline", words(ended));
            case "ContainerStatusUnknown" -> PodReason.of(Health.UNKNOWN, "container-lost", words(ended));
            default ->
                PodReason.of(
                        health, "exited", words(ended), ended.path("exitCode").asInt(0));
        };
    }

    private static @Nullable String words(JsonNode ended) {
        var message = ended.path("message").asString("").strip();
        var reason = ended.path("reason").asString("");
        var exit = "exit code " + ended.path("exitCode").asInt(0);
        var words = PodWords.words(reason, message);
        return words == null || words.isEmpty() ? exit : words + " (" + exit + ")";
    }

    private static List<JsonNode> all(KubeObject pod) {
        var all = new ArrayList<JsonNode>();
        pod.at("/status/initContainerStatuses").forEach(all::add);
        pod.at("/status/containerStatuses").forEach(all::add);
        return all;
    }
}
