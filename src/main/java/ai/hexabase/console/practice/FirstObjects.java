package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What a new cluster comes with. */
record FirstObjects(World world, ApiServer server) {
    private static final String INSTALLER = "practice-installer";

    void create() {
        for (var name : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
            server.ensure(Meta.unowned(ResourceKind.NAMESPACE, name, "", Map.of()), INSTALLER);
        }
        var places = world.site().places();
        for (int i = 0; i < places.size(); i++) {
            server.ensure(node(places.get(i), i + 1), INSTALLER);
        }
        server.ensure(storageClass(), INSTALLER);
        definition(ResourceKind.DATABASE_CLUSTER);
        definition(ResourceKind.SCHEDULED_BACKUP);
        definition(ResourceKind.BACKUP_STORE);
    }

    private ObjectNode node(PracticeSite.Place place, int number) {
        var node = Meta.unowned(
                ResourceKind.NODE,
                place.name(),
                "",
                Map.of(
                        "kubernetes.io/hostname",
                        place.name(),
                        "kubernetes.io/os",
                        "linux",
                        "kubernetes.io/arch",
                        "amd64",
                        "topology.kubernetes.io/region",
                        "practice",
                        Capacity.ZONE,
                        place.zone()));
        node.putObject("spec").put("podCIDR", "10.244." + number + ".0/24");
        var status = node.putObject("status");
        for (var part : List.of("capacity", "allocatable")) {
            status.putObject(part)
                    .put("cpu", Integer.toString(world.site().cores()))
                    .put("memory", world.site().memoryGib() + "Gi")
                    .put("pods", "110");
        }
        status.putArray("addresses")
                .add(Trees.object("type", "InternalIP", "address", "192.168.100." + (10 + number)))
                .add(Trees.object("type", "Hostname", "address", place.name()));
        status.putObject("nodeInfo")
                .put("kubeletVersion", PracticeConnection.VERSION.version())
                .put("osImage", "Practice")
                .put("containerRuntimeVersion", "practice://1.0");
        Conditions.set(node, "Ready", true, "KubeletReady", "kubelet is posting ready status", world.time());
        return node;
    }

    private static ObjectNode storageClass() {
        var storage = Meta.unowned(ResourceKind.STORAGE_CLASS, PracticeSite.STORAGE_CLASS, "", Map.of());
        storage.withObject("/metadata/annotations").put("storageclass.kubernetes.io/is-default-class", "true");
        return storage.put("provisioner", "practice.hexabase.ai/volume")
                .put("reclaimPolicy", "Delete")
                .put("volumeBindingMode", "WaitForFirstConsumer")
                .put("allowVolumeExpansion", true);
    }

    private void definition(ResourceKind kind) {
        var name = kind.plural() + "." + kind.group();
        var definition = Meta.unowned(ResourceKind.CUSTOM_RESOURCE_DEFINITION, name, "", Map.of());
        var spec = definition.putObject("spec");
        spec.put("group", kind.group()).put("scope", "Namespaced");
        spec.putObject("names").put("kind", kind.kind()).put("plural", kind.plural());
        spec.putArray("versions").add(Trees.object("name", kind.version(), "served", true, "storage", true));
        Conditions.set(
                definition,
                "Established",
                true,
                "InitialNamesAccepted",
                "the initial names have been accepted",
                world.time());
        server.ensure(definition, INSTALLER);
    }
}
