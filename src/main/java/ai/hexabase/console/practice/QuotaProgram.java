package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is used of each resource quota. */
record QuotaProgram(World world, ApiServer server) implements Simulation {
    @Override
    public void step() {
        world.shelf().all(ResourceKind.RESOURCE_QUOTA).forEach(this::status);
    }

    private void status(ObjectNode quota) {
        var used = new Quota(world.shelf()).used(quota);
        server.changeStatus(Meta.ref(quota), "resourcequota-controller", next -> {
            var status = next.withObject("/status");
            status.set("hard", next.at("/spec/hard").deepCopy());
            var counted = status.putObject("used");
            used.forEach((name, amount) -> counted.put(name, Amounts.text(amount)));
        });
    }
}
