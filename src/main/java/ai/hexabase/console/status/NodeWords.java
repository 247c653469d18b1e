package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in plain words how a node is: whether it reports, then what presses it, then whether it takes pods. */
final class NodeWords {
    private record Pressure(String condition, Health health, String key) {}

    private static final List<Pressure> PRESSURES = List.of(
            new Pressure("NetworkUnavailable", Health.FAILED, "no-network"),
            new Pressure("MemoryPressure", Health.WARNING, "memory"),
            new Pressure("DiskPressure", Health.WARNING, "disk"),
            new Pressure("PIDPressure", Health.WARNING, "processes"));

    private NodeWords() {}

    static PodReason explain(KubeObject node) {
        var ready = PodWords.condition(node, "Ready");
        var message = ready == null ? null : ready.path("message").asString("");
        return switch (ready == null ? "" : ready.path("status").asString("")) {
            case "True" -> pressed(node).orElseGet(() -> takesPods(node));
            case "False" -> say(Health.FAILED, "not-ready", message);
            case "Unknown" -> say(Health.UNKNOWN, "silent", message);
            default -> say(Health.PROGRESSING, "joining", null);
        };
    }

    private static Optional<PodReason> pressed(KubeObject node) {
        for (var pressure : PRESSURES) {
            var condition = PodWords.condition(node, pressure.condition());
            if (condition != null && "True".equals(condition.path("status").asString(""))) {
                return Optional.of(say(
                        pressure.health(),
                        pressure.key(),
                        condition.path("message").asString("")));
            }
        }
        return Optional.empty();
    }

    private static PodReason takesPods(KubeObject node) {
        if (node.at("/spec/unschedulable").asBoolean(false)) {
            return say(Health.WAITING, "closed", null);
        }
        for (var taint : node.at("/spec/taints")) {
            if (!"PreferNoSchedule".equals(taint.path("effect").asString(""))) {
                return say(Health.OK, "reserved", null);
            }
        }
        return say(Health.OK, "ready", null);
    }

    private static PodReason say(Health health, String key, @Nullable String words) {
        return PodReason.say(health, "status.node." + key, words);
    }
}
