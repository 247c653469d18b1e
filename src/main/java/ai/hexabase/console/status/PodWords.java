package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says in plain words why a pod is as it is. The first that applies:
 *
 * <ol>
 *   <li>it is being deleted, was evicted or rejected, or its node is lost;
 *   <li>it ended: well, or with a failure;
 *   <li>nothing could schedule it;
 *   <li>a container cannot start or keeps ending: images, configuration, crashes, memory;
 *   <li>it is still starting: volumes, images, init containers;
 *   <li>it runs: not ready, unstable, or as wanted.
 * </ol>
 */
public final class PodWords {
    private PodWords() {}

    public static PodReason explain(KubeObject pod) {
        return leaving(pod)
                .or(() -> ended(pod))
                .or(() -> unscheduled(pod))
                .or(() -> ContainerWords.worst(pod))
                .or(() -> starting(pod))
                .orElseGet(() -> running(pod));
    }

    private static Optional<PodReason> leaving(KubeObject pod) {
        var reason = pod.text("/status/reason", "");
        var message = pod.text("/status/message");
        if (reason.equals("NodeLost") || lostNode(pod)) {
            return Optional.of(
                    PodReason.of(Health.UNKNOWN, "node-lost", words(reason, message), pod.text("/spec/nodeName", "?")));
        }
        if (pod.text("/metadata/deletionTimestamp") != null) {
            return Optional.of(Disruption.of(pod).orElseGet(() -> PodReason.of(Health.WAITING, "leaving", null)));
        }
        return switch (reason) {
            case "Evicted" -> Optional.of(evicted(message));
            case "Preempting", "Preempted" -> Optional.of(PodReason.of(Health.FAILED, "preempted", message));
            case "NodeAffinity", "NodeShutdown", "Terminated", "Shutdown" ->
                Optional.of(PodReason.of(Health.FAILED, "node-went", words(reason, message)));
            case "UnexpectedAdmissionError", "OutOfcpu", "OutOfmemory", "OutOfpods" ->
                Optional.of(PodReason.of(Health.FAILED, "node-rejected", words(reason, message)));
            case "DeadlineExceeded" -> Optional.of(PodReason.of(Health.FAILED, "deadline", message));
            default -> Optional.empty();
        };
    }

    private static boolean lostNode(KubeObject pod) {
        var ready = condition(pod, "Ready");
        return ready != null && "NodeStatusUnknown".equals(ready.path("reason").asString(""))
                || "Unknown".equals(pod.text("/status/phase"));
    }

    private static PodReason evicted(@Nullable String message) {
        return PodReason.of(Health.FAILED, evictedKey(message == null ? "" : message), message);
    }

    static String evictedKey(String message) {
        var text = message.toLowerCase(Locale.ROOT);
        if (text.contains("usage of emptydir")
                || text.contains("local ephemeral storage limit")
                || text.contains("local storage usage exceeds")) {
            return "evicted-own-disk";
        }
        if (text.contains("memory")) {
            return "evicted-memory";
        }
        if (text.contains("pid")) {
            return "evicted-processes";
        }
        return text.contains("ephemeral")
                        || text.contains("disk")
                        || text.contains("storage")
                        || text.contains("inodes")
                ? "evicted-disk"
                : "evicted";
    }

    private static Optional<PodReason> ended(KubeObject pod) {
        return switch (pod.text("/status/phase", "")) {
            case "Succeeded" -> Optional.of(PodReason.of(Health.OK, "completed", null));
            case "Failed" ->
                Optional.of(ContainerWords.failure(pod)
                        .orElseGet(() -> PodReason.of(
                                Health.FAILED,
                                "failed",
                                words(pod.text("/status/reason"), pod.text("/status/message")))));
            default -> Optional.empty();
        };
    }

    /** A pod with a node is scheduled: a scheduler that did not hear of its own success may go on to deny it. */
    private static Optional<PodReason> unscheduled(KubeObject pod) {
        if (pod.text("/spec/nodeName") != null) {
            return Optional.empty();
        }
        var scheduled = condition(pod, "PodScheduled");
        if (scheduled == null || !"False".equals(scheduled.path("status").asString(""))) {
            return Optional.empty();
        }
        var message = scheduled.path("message").asString("");
        var reason = scheduled.path("reason").asString("");
        if (reason.equals("SchedulingGated")) {
            return Optional.of(PodReason.of(Health.WAITING, "gated", message));
        }
        return Optional.of(PodReason.of(Health.FAILED, unschedulable(message), message));
    }

    /** The scheduler's sentence names several reasons; the one an administrator can act on first is told. */
    static String unschedulable(String message) {
        if (message.contains("no nodes available")) {
            return "no-nodes";
        }
        var read = SchedulerWords.read(message);
        if (read.isEmpty()) {
            return SchedulerWords.key(message);
        }
        var both = read.get().says("no-memory") && read.get().says("no-cpu");
        return both ? "no-room" : read.get().first();
    }

    private static Optional<PodReason> starting(KubeObject pod) {
        if (pod.text("/spec/nodeName") == null) {
            return Optional.of(PodReason.of(Health.PROGRESSING, "waits-for-node", null));
        }
        var init = ContainerWords.initProgress(pod);
        if (init.isPresent()) {
            return init;
        }
        return "Pending".equals(pod.text("/status/phase"))
                ? Optional.of(PodReason.of(Health.PROGRESSING, "starting", null))
                : Optional.empty();
    }

    private static PodReason running(KubeObject pod) {
        var ready = condition(pod, "Ready");
        if (ready != null && "True".equals(ready.path("status").asString(""))) {
            return ContainerWords.lastRestart(pod).orElseGet(() -> PodReason.of(Health.OK, "running", null));
        }
        var message = ready == null ? null : ready.path("message").asString("");
        if (nodeIsSilent(pod, ready)) {
            return PodReason.of(Health.UNKNOWN, "node-silent", message);
        }
        return ContainerWords.unready(pod).orElseGet(() -> PodReason.of(Health.PROGRESSING, "not-ready", message));
    }

    /** A node that stops reporting has its pods' readiness taken back, while their containers stay as they were. */
    private static boolean nodeIsSilent(KubeObject pod, @Nullable JsonNode ready) {
        var containers = condition(pod, "ContainersReady");
        return ready != null
                && "False".equals(ready.path("status").asString(""))
                && containers != null
                && "True".equals(containers.path("status").asString(""))
                && pod.at("/spec/readinessGates").isEmpty();
    }

    static @Nullable JsonNode condition(KubeObject pod, String type) {
        for (var condition : pod.at("/status/conditions")) {
            if (type.equals(condition.path("type").asString(""))) {
                return condition;
            }
        }
        return null;
    }

    static @Nullable String words(@Nullable String reason, @Nullable String message) {
        if (reason == null || reason.isBlank()) {
            return message;
        }
        return message == null || message.isBlank() ? reason : reason + ": " + message;
    }
}
