package ai.hexabase.console.practice;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Moves pods from a Deployment's old sets to its current one, within maxSurge and maxUnavailable. */
record RollingUpdate(World world, ApiServer server, Events events, ObjectNode deployment) {
    void step(ObjectNode current, List<ObjectNode> old) {
        if (Trees.flag(deployment, "/spec/paused")) {
            return;
        }
        if (Trees.text(deployment, "/spec/strategy/type").equals("Recreate")) {
            recreate(current, old);
        } else {
            grow(current, old);
            shrink(current, old);
        }
    }

    private void recreate(ObjectNode current, List<ObjectNode> old) {
        old.forEach(set -> scale(set, 0));
        if (old.stream().allMatch(set -> Trees.number(set, "/status/replicas", 0) == 0)) {
            scale(current, wanted());
        }
    }

    private void grow(ObjectNode current, List<ObjectNode> old) {
        int now = asked(current);
        if (now > wanted()) {
            scale(current, wanted());
            return;
        }
        int all = now + old.stream().mapToInt(RollingUpdate::asked).sum();
        int room = wanted() + share("maxSurge", true) - all;
        scale(current, Math.min(wanted(), now + Math.max(0, room)));
    }

    private void shrink(ObjectNode current, List<ObjectNode> old) {
        int newest = asked(fresh(current));
        int missing = newest - available(current);
        int all = newest + old.stream().mapToInt(RollingUpdate::asked).sum();
        int least = wanted() - unavailable();
        int most = all - least - missing;
        for (var set : old) {
            int sick = Math.max(0, asked(set) - available(set));
            int cut = Math.min(sick, Math.max(0, most));
            scale(set, asked(set) - cut);
            most -= cut;
        }
        int spare = available(current)
                + old.stream().mapToInt(RollingUpdate::available).sum()
                - least;
        for (var set : old) {
            int cut = Math.clamp(Math.min(spare, most), 0, asked(fresh(set)));
            scale(set, asked(fresh(set)) - cut);
            spare -= cut;
            most -= cut;
        }
    }

    private ObjectNode fresh(ObjectNode set) {
        var found = world.shelf().get(Meta.ref(set));
        return found == null ? set : found;
    }

    private void scale(ObjectNode set, int replicas) {
        int before = asked(fresh(set));
        if (before == replicas) {
            return;
        }
        server.change(
                Meta.ref(set),
                DeploymentProgram.BY,
                next -> next.withObject("/spec").put("replicas", replicas));
        events.normal(
                deployment,
                DeploymentProgram.BY,
                "ScalingReplicaSet",
                "Scaled " + (replicas > before ? "up" : "down") + " replica set " + Meta.name(set) + " from " + before
                        + " to " + replicas);
    }

    private int wanted() {
        return Trees.number(deployment, "/spec/replicas", 1);
    }

    /** As the API has it: when both come out as nothing, one pod may be missing. */
    private int unavailable() {
        int unavailable = share("maxUnavailable", false);
        return unavailable == 0 && share("maxSurge", true) == 0 ? 1 : unavailable;
    }

    private int share(String field, boolean up) {
        return share(deployment.at("/spec/strategy/rollingUpdate/" + field), wanted(), up);
    }

    /** A number, or a percentage of {@code all} rounded up or down. */
    static int share(JsonNode amount, int all, boolean up) {
        var text = amount.asString("0");
        if (!text.endsWith("%")) {
            return amount.asInt(0);
        }
        double part = Integer.parseInt(text.substring(0, text.length() - 1)) * all / 100.0;
        return (int) (up ? Math.ceil(part) : Math.floor(part));
    }

    private static int asked(ObjectNode set) {
        return Trees.number(set, "/spec/replicas", 0);
    }

    private static int available(ObjectNode set) {
        return Trees.number(set, "/status/availableReplicas", 0);
    }
}
