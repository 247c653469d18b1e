package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import java.util.Optional;

/** Says why a pod is on its way out when somebody else wanted it, by the condition that its ending leaves. */
final class Disruption {
    private Disruption() {}

    static Optional<PodReason> of(KubeObject pod) {
        var condition = PodWords.condition(pod, "DisruptionTarget");
        if (condition == null || !"True".equals(condition.path("status").asString(""))) {
            return Optional.empty();
        }
        var reason = condition.path("reason").asString("");
        var key = switch (reason) {
            case "PreemptionByScheduler" -> "leaving-preempted";
            case "DeletionByTaintManager" -> "leaving-taint";
            case "EvictionByEvictionAPI" -> "leaving-drained";
            case "DeletionByPodGC" -> "leaving-node-gone";
            case "TerminationByKubelet" -> "leaving-node";
            default -> "leaving";
        };
        var words = PodWords.words(reason, condition.path("message").asString(""));
        return Optional.of(PodReason.of(Health.WAITING, key, words));
    }
}
