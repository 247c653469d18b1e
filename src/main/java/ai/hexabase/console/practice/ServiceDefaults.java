package ai.hexabase.console.practice;

import tools.jackson.databind.node.ObjectNode;

/** Fills in a Service. */
final class ServiceDefaults {
    private ServiceDefaults() {}

    static void fill(ObjectNode service, Addresses addresses) {
        var spec = service.withObject("/spec");
        Trees.putIfAbsent(spec, "type", "ClusterIP");
        var type = Trees.text(spec, "/type");
        Trees.putIfAbsent(spec, "sessionAffinity", "None");
        if (type.equals("ExternalName")) {
            return;
        }
        if (Trees.text(spec, "/clusterIP").isEmpty()) {
            spec.put("clusterIP", addresses.clusterAddress());
        }
        Trees.putIfAbsent(spec, "clusterIPs", Trees.array(Trees.text(spec, "/clusterIP")));
        Trees.putIfAbsent(spec, "internalTrafficPolicy", "Cluster");
        Trees.putIfAbsent(spec, "ipFamilies", Trees.array("IPv4"));
        Trees.putIfAbsent(spec, "ipFamilyPolicy", "SingleStack");
        var outside = type.equals("LoadBalancer") || type.equals("NodePort");
        if (outside) {
            Trees.putIfAbsent(spec, "externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            Trees.putIfAbsent(spec, "allocateLoadBalancerNodePorts", true);
        }
        Trees.objects(spec.path("ports")).forEach(port -> {
            Trees.putIfAbsent(port, "protocol", "TCP");
            Trees.putIfAbsent(port, "targetPort", port.path("port"));
            if (outside && !Trees.has(port, "/nodePort")) {
                port.put("nodePort", addresses.nodePort());
            }
        });
    }
}
