package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.Yaml;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a change of an object means for running pods, read from the object's own rules. */
public final class PodEffects {
    private static final List<ResourceKind> WORKLOADS = List.of(ResourceKind.DEPLOYMENT, ResourceKind.STATEFUL_SET);
    /** What the database operator changes without touching a running instance. */
    private static final List<String> IN_PLACE = List.of(".spec.instances", ".spec.storage.size", ".spec.backup");

    private PodEffects() {}

    /** Nothing for an object that has no pods, or when it stays as it is; what replacing costs else. */
    public static List<Message> of(PlanEntry entry) {
        var replacement = entry.replacement();
        if (replacement != null) {
            return replacement.costs();
        }
        var kind = entry.ref().kind();
        var concerned =
                WORKLOADS.contains(kind) || kind.equals(ResourceKind.DATABASE_CLUSTER) || kind.equals(ResourceKind.JOB);
        if (!concerned || entry.problem() != null) {
            return List.of();
        }
        return switch (entry.action()) {
            case UNCHANGED, REPLACE -> List.of();
            case CREATE -> List.of(created(kind, read(entry.after())));
            case DELETE ->
                List.of(Message.of("rollout.effect.stops", entry.ref().name()));
            case CHANGE -> changed(kind, entry);
        };
    }

    private static KubeObject read(String yaml) {
        return KubeObject.of(Yaml.read(yaml, Yaml.Limits.OWN));
    }

    private static Message created(ResourceKind kind, KubeObject after) {
        if (kind.equals(ResourceKind.JOB)) {
            return Message.of("rollout.effect.runs", after.name());
        }
        return Message.of("rollout.effect.starts", pods(kind, after), after.name());
    }

    private static int pods(ResourceKind kind, KubeObject object) {
        return object.number(kind.equals(ResourceKind.DATABASE_CLUSTER) ? "/spec/instances" : "/spec/replicas", 1);
    }

    private static List<Message> changed(ResourceKind kind, PlanEntry entry) {
        var before = read(entry.before());
        var after = read(entry.after());
        var effects = new ArrayList<Message>();
        if (kind.equals(ResourceKind.DATABASE_CLUSTER)) {
            if (!restarting(before).equals(restarting(after))) {
                effects.add(Message.of("rollout.effect.database", after.name()));
            }
        } else if (!before.at("/spec/template").equals(after.at("/spec/template"))) {
            effects.add(replaced(before, after));
        }
        scaled(kind, before, after, effects);
        return effects.isEmpty() ? List.of(Message.of("rollout.effect.none", after.name())) : effects;
    }

    private static JsonNode restarting(KubeObject database) {
        var tree = database.tree();
        IN_PLACE.forEach(field -> FieldPaths.remove(tree, field));
        return tree.path("spec");
    }

    private static Message replaced(KubeObject before, KubeObject after) {
        int pods = before.number("/spec/replicas", 1);
        if (after.text("/spec/strategy/type", "").equals("Recreate")) {
            return Message.of("rollout.effect.recreated", pods, after.name());
        }
        return Message.of("rollout.effect.replaced", pods, after.name(), pods - unavailable(after, pods));
    }

    /** How many pods may be missing meanwhile; a share is rounded down, as Kubernetes does. */
    private static int unavailable(KubeObject after, int pods) {
        // a StatefulSet replaces one after the other
        var most = after.at("/spec/strategy/rollingUpdate/maxUnavailable");
        if (most.isMissingNode()) {
            return 1;
        }
        var text = most.asString("");
        return text.endsWith("%") ? pods * Integer.parseInt(text.substring(0, text.length() - 1)) / 100 : most.asInt(1);
    }

    private static void scaled(ResourceKind kind, KubeObject before, KubeObject after, List<Message> effects) {
        int was = pods(kind, before);
        int is = pods(kind, after);
        if (is > was) {
            effects.add(Message.of("rollout.effect.more", was, is, after.name()));
        } else if (is < was) {
            effects.add(Message.of("rollout.effect.fewer", was, is, after.name()));
        }
    }
}
