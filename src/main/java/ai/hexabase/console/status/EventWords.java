package ai.hexabase.console.status;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says in plain words what an event means, where the console knows it; Kubernetes' own words stay beside it. */
public final class EventWords {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private EventWords() {}

    /** Empty for events that nothing follows from, and for ones that are not known. */
    public static Optional<PodReason> explain(PodEvent event) {
        var message = event.message();
        return switch (event.reason()) {
            case "Unhealthy" -> probe(message);
            case "Killing" -> killing(message);
            case "Failed", "InspectFailed", "ErrImageNeverPull" -> failed(event.reason(), message);
            case "FailedToRetrieveImagePullSecret" -> of(Health.WARNING, "pull-secret-missing", message, list(message));
            case "BackOff" -> backOff(message);
            case "FailedScheduling" -> of(Health.FAILED, PodWords.unschedulable(message), message);
            case "FailedMount", "FailedMapVolume", "FailedAttachVolume" ->
                of(Health.FAILED, volume(message), message, quoted(message));
            case "FailedBinding", "ProvisioningFailed" -> of(Health.FAILED, "volume-not-made", message);
            case "FailedCreate" -> of(Health.FAILED, keptOut(message), message);
            case "FailedCreatePodSandBox", "NetworkNotReady" -> of(Health.FAILED, "network", message);
            case "NodeNotReady" -> of(Health.UNKNOWN, "node-silent", message);
            case "TaintManagerEviction" -> taint(message);
            case "Evicted" -> of(Health.FAILED, PodWords.evictedKey(message), message);
            case "Preempted", "Preempting" -> of(Health.FAILED, "preempted", message);
            default -> Optional.empty();
        };
    }

    private static Optional<PodReason> of(Health health, String key, String words, Object... args) {
        return Optional.of(PodReason.of(health, key, words, args));
    }

    private static Optional<PodReason> probe(String message) {
        var text = message.toLowerCase(Locale.ROOT);
        if (text.startsWith("startup probe")) {
            return of(Health.WARNING, "startup-failing", message);
        }
        if (text.startsWith("liveness probe")) {
            return of(Health.WARNING, "liveness-failing", message);
        }
        return text.startsWith("readiness probe") ? of(Health.WARNING, "readiness-failing", message) : Optional.empty();
    }

    /** Such as {@code Container web failed liveness probe, will be restarted}. */
    private static Optional<PodReason> killing(String message) {
        if (message.contains("failed liveness probe")) {
            return of(Health.WARNING, "liveness-killed", message);
        }
        return message.contains("failed startup probe")
                ? of(Health.WARNING, "startup-killed", message)
                : Optional.empty();
    }

    /** What keeps a container from starting is told by the pod's state, with the container's name. */
    private static Optional<PodReason> failed(String reason, String message) {
        var image = message.startsWith("Failed to pull image") || !reason.equals("Failed");
        return image
                ? of(Health.FAILED, StartTrouble.image(reason, message, true), message, quoted(message))
                : Optional.empty();
    }

    private static Optional<PodReason> backOff(String message) {
        if (message.startsWith("Back-off pulling image")) {
            return of(Health.FAILED, StartTrouble.image("", message, true), message, quoted(message));
        }
        return message.startsWith("Back-off restarting") ? of(Health.FAILED, "back-off", message) : Optional.empty();
    }

    private static String volume(String message) {
        var text = message.toLowerCase(Locale.ROOT);
        if (text.contains("multi-attach")) {
            return "volume-multi-attach";
        }
        if (text.contains("not found") && text.contains("secret ")) {
            return "volume-secret-missing";
        }
        if (text.contains("not found") && text.contains("configmap ")) {
            return "volume-config-missing";
        }
        if (text.contains("references non-existent") && text.contains("key")) {
            return "volume-key-missing";
        }
        return text.contains("attach") && !text.contains("mount") ? "volume-attach" : "volume-mount";
    }

    /** Why a workload's controller could not create a pod. */
    static String keptOut(String message) {
        if (message.contains("violates PodSecurity")) {
            return "kept-out-security";
        }
        if (message.contains("exceeded quota") || message.contains("failed quota")) {
            return "kept-out-quota";
        }
        if (message.contains("maximum ") || message.contains("minimum ")) {
            return "kept-out-limits";
        }
        if (message.contains("error looking up service account")) {
            return "kept-out-account";
        }
        return message.contains("admission webhook") || message.contains("ValidatingAdmissionPolicy")
                ? "kept-out-policy"
                : "kept-out";
    }

    private static Optional<PodReason> taint(String message) {
        return message.startsWith("Marking for deletion")
                ? of(Health.WARNING, "taint-evicted", message)
                : Optional.empty();
    }

    /** What stands in quotes first, such as an image or a volume. */
    private static String quoted(String message) {
        var quoted = QUOTED.matcher(message);
        return quoted.find() ? quoted.group(1) : "";
    }

    /** The names in parentheses, as in {@code some image pull secrets (regcred)}. */
    private static String list(String message) {
        int from = message.indexOf('(');
        int to = message.indexOf(')', from + 1);
        return from < 0 || to < 0 ? "" : message.substring(from + 1, to);
    }
}
