package ai.hexabase.console.practice;

import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.ResourceKind;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Gives new namespaces what every namespace has, and empties those on their way out. */
record NamespaceProgram(World world, ApiServer server) implements Simulation {
    private static final String BY = "kube-controller-manager";

    @Override
    public void step() {
        for (var namespace : world.shelf().all(ResourceKind.NAMESPACE)) {
            if (Meta.deleting(namespace)) {
                empty(namespace);
            } else {
                furnish(Meta.name(namespace));
            }
        }
    }

    private void furnish(String namespace) {
        server.ensure(Meta.unowned(ResourceKind.SERVICE_ACCOUNT, "default", namespace, Map.of()), BY);
        var authorities = Meta.unowned(ResourceKind.CONFIG_MAP, "kube-root-ca.crt", namespace, Map.of());
        authorities.putObject("data").put("ca.crt", "practice");
        server.ensure(authorities, BY);
    }

    private void empty(ObjectNode namespace) {
        boolean left = false;
        for (var kind : ResourceKind.known()) {
            if (kind.namespaced()) {
                for (var object : world.shelf().in(Meta.name(namespace), kind)) {
                    new Deletion(world).delete(Meta.ref(object), DeleteOptions.BACKGROUND);
                    left |= world.shelf().get(Meta.ref(object)) != null;
                }
            }
        }
        if (!left) {
            world.shelf().remove(Meta.ref(namespace));
        }
    }
}
