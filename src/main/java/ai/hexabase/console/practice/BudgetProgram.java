package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import tools.jackson.databind.node.ObjectNode;

/** Works out how many pods each disruption budget allows to be missing. */
record BudgetProgram(World world, ApiServer server) implements Simulation {
    @Override
    public void step() {
        world.shelf().all(ResourceKind.POD_DISRUPTION_BUDGET).forEach(this::status);
    }

    private void status(ObjectNode budget) {
        var selector = LabelSelector.of(budget.at("/spec/selector"));
        var pods = world.shelf().in(Meta.namespace(budget), ResourceKind.POD).stream()
                .filter(pod -> PodState.active(pod) && selector.matches(Meta.labels(pod)))
                .toList();
        int healthy = (int) pods.stream().filter(PodState::ready).count();
        int desired = desired(budget, pods.size());
        int allowed = Math.max(0, healthy - desired);
        server.changeStatus(Meta.ref(budget), "disruption-controller", next -> {
            next.withObject("/status")
                    .put("currentHealthy", healthy)
                    .put("desiredHealthy", desired)
                    .put("expectedPods", pods.size())
                    .put("disruptionsAllowed", allowed)
                    .put("observedGeneration", Trees.number(next, "/metadata/generation", 1));
            Conditions.set(
                    next,
                    "DisruptionAllowed",
                    allowed > 0,
                    allowed > 0 ? "SufficientPods" : "InsufficientPods",
                    "",
                    world.time());
        });
    }

    private static int desired(ObjectNode budget, int pods) {
        return Trees.has(budget, "/spec/minAvailable")
                ? RollingUpdate.share(budget.at("/spec/minAvailable"), pods, true)
                : Math.max(0, pods - RollingUpdate.share(budget.at("/spec/maxUnavailable"), pods, true));
    }
}
