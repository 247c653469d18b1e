package ai.hexabase.console.practice;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a Deployment says of itself. */
record DeploymentStatus(World world, ApiServer server, Events events) {
    void write(ObjectNode deployment, ObjectNode current, List<ObjectNode> all) {
        server.changeStatus(Meta.ref(deployment), DeploymentProgram.BY, next -> {
            var before = next.path("status").deepCopy();
            counts(next, current, all);
            available(next);
            progressing(next, current, !sameCounts(before, next.path("status")));
            failure(next, all);
        });
    }

    private static void counts(ObjectNode next, ObjectNode current, List<ObjectNode> all) {
        var status = next.withObject("/status");
        status.put("observedGeneration", Trees.number(next, "/metadata/generation", 1));
        int ready = sum(all, "readyReplicas");
        int available = sum(all, "availableReplicas");
        int wanted = Trees.number(next, "/spec/replicas", 1);
        ReplicaSetProgram.count(status, "replicas", sum(all, "replicas"));
        ReplicaSetProgram.count(status, "updatedReplicas", Trees.number(current, "/status/replicas", 0));
        ReplicaSetProgram.count(status, "readyReplicas", ready);
        ReplicaSetProgram.count(status, "availableReplicas", available);
        ReplicaSetProgram.count(
                status, "unavailableReplicas", Math.max(0, Math.max(wanted, sum(all, "replicas")) - available));
    }

    private static int sum(List<ObjectNode> sets, String field) {
        return sets.stream()
                .mapToInt(set -> Trees.number(set, "/status/" + field, 0))
                .sum();
    }

    private static boolean sameCounts(tools.jackson.databind.JsonNode before, tools.jackson.databind.JsonNode after) {
        return List.of("updatedReplicas", "readyReplicas", "availableReplicas", "replicas").stream()
                .allMatch(field -> before.path(field).equals(after.path(field)));
    }

    private void available(ObjectNode next) {
        int wanted = Trees.number(next, "/spec/replicas", 1);
        int missing = RollingUpdate.share(next.at("/spec/strategy/rollingUpdate/maxUnavailable"), wanted, false);
        boolean enough = Trees.number(next, "/status/availableReplicas", 0) >= wanted - missing;
        Conditions.set(
                next,
                "Available",
                enough,
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
                world.time());
        touch(next, "Available", false);
    }

    private void progressing(ObjectNode next, ObjectNode current, boolean moved) {
        var name = Meta.name(current);
        if (isComplete(next)) {
            progress(next, true, "NewReplicaSetAvailable", "ReplicaSet \"" + name + "\" has successfully progressed.");
        } else if (moved || Conditions.find(next, "Progressing").isEmpty() || isNew(next, name)) {
            progress(next, true, "ReplicaSetUpdated", "ReplicaSet \"" + name + "\" is progressing.");
            touch(next, "Progressing", true);
        } else if (isLate(next)) {
            progress(next, false, "ProgressDeadlineExceeded", "ReplicaSet \"" + name + "\" has timed out progressing.");
        }
    }

    private static boolean isNew(ObjectNode next, String set) {
        return Conditions.find(next, "Progressing")
                .filter(condition -> !Trees.text(condition, "/message").contains("\"" + set + "\"")
                        || Trees.text(condition, "/reason").equals("NewReplicaSetAvailable"))
                .isPresent();
    }

    private void progress(ObjectNode next, boolean status, String reason, String message) {
        var before =
                Conditions.find(next, "Progressing").map(ObjectNode::toString).orElse("");
        Conditions.set(next, "Progressing", status, reason, message, world.time());
        var changed = Conditions.find(next, "Progressing")
                .filter(condition -> !condition.toString().equals(before))
                .isPresent();
        touch(next, "Progressing", changed);
    }

    private void touch(ObjectNode next, String type, boolean always) {
        Conditions.find(next, type).ifPresent(condition -> {
            if (always || !condition.has("lastUpdateTime")) {
                condition.put("lastUpdateTime", world.time());
            }
        });
    }

    private static boolean isComplete(ObjectNode next) {
        int wanted = Trees.number(next, "/spec/replicas", 1);
        return List.of("updatedReplicas", "replicas", "availableReplicas").stream()
                .allMatch(field -> Trees.number(next, "/status/" + field, 0) == wanted);
    }

    private boolean isLate(ObjectNode next) {
        var deadline = Duration.ofSeconds(Trees.number(next, "/spec/progressDeadlineSeconds", 600));
        return Conditions.find(next, "Progressing")
                .filter(condition -> Trees.text(condition, "/status").equals("True"))
                .flatMap(condition -> Meta.instant(condition, "/lastUpdateTime"))
                .filter(last -> world.past(last, deadline))
                .isPresent();
    }

    private void failure(ObjectNode next, List<ObjectNode> sets) {
        var failed = sets.stream()
                .map(set -> Conditions.find(set, "ReplicaFailure"))
                .flatMap(java.util.Optional::stream)
                .reduce((first, second) -> second);
        if (failed.isPresent()) {
            Conditions.set(
                    next,
                    "ReplicaFailure",
                    true,
                    Trees.text(failed.get(), "/reason"),
                    Trees.text(failed.get(), "/message"),
                    world.time());
            touch(next, "ReplicaFailure", false);
        } else {
            Conditions.remove(next, "ReplicaFailure");
        }
    }
}
