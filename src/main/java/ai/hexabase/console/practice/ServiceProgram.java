package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives load balancers an address and lists the pods behind each Service. */
record ServiceProgram(World world, ApiServer server) implements Simulation {
    private static final String BALANCER = "practice-load-balancer";
    private static final String SLICES = "endpointslice-controller";

    @Override
    public void step() {
        for (var service : world.shelf().all(ResourceKind.SERVICE)) {
            if (!Meta.deleting(service)) {
                balance(service);
                slice(service);
            }
        }
    }

    private void balance(ObjectNode service) {
        if (Trees.text(service, "/spec/type").equals("LoadBalancer") && !Trees.has(service, "/status/loadBalancer")) {
            // 203.0.113.0/24 is for documentation (RFC 5737): nobody mistakes it for a real address.
            var address = "203.0.113." + (1 + Dice.choose(Meta.uid(service), 250));
            server.changeStatus(
                    Meta.ref(service),
                    BALANCER,
                    next -> next.withObject("/status/loadBalancer")
                            .withArray("ingress")
                            .add(Trees.object("ip", address, "ipMode", "VIP")));
        }
    }

    private void slice(ObjectNode service) {
        if (service.at("/spec/selector").isEmpty()) {
            return;
        }
        var name = Meta.name(service) + "-" + Dice.hash(Meta.uid(service)).substring(0, 5);
        var ref = ResourceKind.ENDPOINT_SLICE.named(Meta.namespace(service), name);
        var wanted = wanted(service, name);
        if (world.shelf().get(ref) == null) {
            server.create(wanted, SLICES, false);
        } else {
            server.change(ref, SLICES, next -> {
                next.set("endpoints", wanted.path("endpoints"));
                next.set("ports", wanted.path("ports"));
            });
        }
    }

    private ObjectNode wanted(ObjectNode service, String name) {
        var labels = Map.of(
                "kubernetes.io/service-name", Meta.name(service), "endpointslice.kubernetes.io/managed-by", SLICES);
        var slice = Meta.dependant(ResourceKind.ENDPOINT_SLICE, name, service, labels);
        slice.put("addressType", "IPv4");
        var endpoints = slice.putArray("endpoints");
        pods(service).forEach(pod -> endpoints.add(endpoint(pod)));
        var ports = slice.putArray("ports");
        service.at("/spec/ports").forEach(port -> ports.add(port(port)));
        return slice;
    }

    private static ObjectNode endpoint(ObjectNode pod) {
        boolean ready = PodState.ready(pod) && !Meta.deleting(pod);
        var endpoint = Trees.object("addresses", Trees.array(Trees.text(pod, "/status/podIP")));
        endpoint.putObject("conditions")
                .put("ready", ready)
                .put("serving", PodState.ready(pod))
                .put("terminating", Meta.deleting(pod));
        endpoint.put("nodeName", PodState.node(pod));
        endpoint.putObject("targetRef")
                .put("kind", "Pod")
                .put("namespace", Meta.namespace(pod))
                .put("name", Meta.name(pod))
                .put("uid", Meta.uid(pod));
        return endpoint;
    }

    private static ObjectNode port(JsonNode servicePort) {
        var port = Trees.object();
        Trees.copy(servicePort, port, "name", "protocol");
        var target = servicePort.path("targetPort");
        port.set("port", target.isNumber() ? target : servicePort.path("port"));
        return port;
    }

    private List<ObjectNode> pods(ObjectNode service) {
        var selector = LabelSelector.ofLabels(service.at("/spec/selector"));
        return world.shelf().in(Meta.namespace(service), ResourceKind.POD).stream()
                .filter(pod -> selector.matches(Meta.labels(pod)))
                .filter(pod -> !Trees.text(pod, "/status/podIP").isEmpty() && !PodState.ended(pod))
                .toList();
    }
}
