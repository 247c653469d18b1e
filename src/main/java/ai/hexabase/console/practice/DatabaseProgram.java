package ai.hexabase.console.practice;

import ai.hexabase.console.kube.RequestRefused;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Does for database clusters what the CloudNativePG operator does, as far as it can be seen from outside. */
final class DatabaseProgram implements Simulation {
    static final String BY = "cloudnative-pg";
    private static final String HEALTHY = "Cluster in healthy state";
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final World world;
    private final ApiServer server;
    private final Events events;

    DatabaseProgram(World world, ApiServer server, Events events) {
        this.world = world;
        this.server = server;
        this.events = events;
    }

    @Override
    public void step() {
        for (var cluster : world.shelf().all(ResourceKind.DATABASE_CLUSTER)) {
            if (!Meta.deleting(cluster) && !isToldToKeepStill(cluster)) {
                keep(cluster);
            }
        }
        world.shelf().all(ResourceKind.SCHEDULED_BACKUP).forEach(this::acknowledge);
    }

    private static boolean isToldToKeepStill(ObjectNode cluster) {
        var annotations = Trees.texts(cluster.at("/metadata/annotations"));
        return "disabled".equals(annotations.get("cnpg.io/reconciliationLoop"));
    }

    /** Volumes of an earlier database of the same name that nothing owns any more. */
    private void takeBack(ObjectNode cluster) {
        for (var claim : world.shelf().in(Meta.namespace(cluster), ResourceKind.PERSISTENT_VOLUME_CLAIM)) {
            var ofThis = Meta.name(cluster).equals(Meta.labels(claim).get("cnpg.io/cluster"));
            if (ofThis && Meta.controller(claim).isEmpty()) {
                var labels = Trees.texts(cluster.at("/spec/inheritedMetadata/labels"));
                server.change(Meta.ref(claim), BY, next -> {
                    next.withArray("/metadata/ownerReferences").add(Meta.ownerReference(cluster));
                    labels.forEach(
                            (key, value) -> next.withObject("/metadata/labels").put(key, value));
                });
            }
        }
    }

    private void keep(ObjectNode cluster) {
        takeBack(cluster);
        var parts = new DatabaseParts(cluster);
        parts.all().forEach(part -> server.ensure(part, BY));
        int wanted = Trees.number(cluster, "/spec/instances", 1);
        var pods = instances(cluster);
        int ready = (int) pods.stream().filter(PodState::ready).count();
        var phase = phase(wanted, pods.size(), ready);
        if (pods.size() < wanted && ready == pods.size() && events.quiet(cluster, "FailedCreate", RETRY)) {
            phase = add(cluster, parts, pods);
        } else if (pods.size() > wanted) {
            remove(cluster, pods.getLast());
        }
        status(cluster, phase, ready);
    }

    private static String phase(int wanted, int there, int ready) {
        if (ready >= wanted) {
            return HEALTHY;
        }
        if (there <= 1 && ready == 0) {
            return "Setting up primary";
        }
        return there < wanted ? "Creating a new replica" : "Waiting for the instances to become active";
    }

    private String add(ObjectNode cluster, DatabaseParts parts, List<ObjectNode> pods) {
        var names = pods.stream().map(Meta::name).toList();
        int number = 1;
        while (names.contains(Meta.name(cluster) + "-" + number)) {
            number++;
        }
        try {
            server.ensure(parts.claim(number), BY);
            server.create(parts.pod(number, pods.isEmpty()), BY, false);
            events.normal(cluster, BY, "CreatingInstance", "Creating instance " + Meta.name(cluster) + "-" + number);
        } catch (RequestRefused refused) {
            events.warning(cluster, BY, "FailedCreate", refused.refusal().message());
        }
        return pods.isEmpty() ? "Setting up primary" : "Creating a new replica";
    }

    private void remove(ObjectNode cluster, ObjectNode pod) {
        new Deletion(world).delete(pod);
        new Deletion(world)
                .delete(
                        ResourceKind.PERSISTENT_VOLUME_CLAIM.named(Meta.namespace(pod), Meta.name(pod)),
                        ai.hexabase.console.kube.DeleteOptions.BACKGROUND);
        events.normal(cluster, BY, "ScaleDown", "Scaling down: removing instance " + Meta.name(pod));
    }

    private List<ObjectNode> instances(ObjectNode cluster) {
        return world.shelf().in(Meta.namespace(cluster), ResourceKind.POD).stream()
                .filter(pod -> Meta.controlledBy(pod, cluster) && PodState.active(pod))
                .toList();
    }

    private void status(ObjectNode cluster, String phase, int ready) {
        var pods = instances(cluster);
        boolean healthy = phase.equals(HEALTHY);
        server.changeStatus(Meta.ref(cluster), BY, next -> {
            var status = next.withObject("/status");
            status.put("phase", phase)
                    .put("instances", pods.size())
                    .put("readyInstances", ready)
                    .put("image", Trees.text(next, "/spec/imageName"))
                    .put("writeService", Meta.name(next) + "-rw")
                    .put("readService", Meta.name(next) + "-r");
            primary(pods).ifPresent(name -> status.put("currentPrimary", name).put("targetPrimary", name));
            status.set(
                    "instanceNames", Trees.array(pods.stream().map(Meta::name).toArray()));
            Conditions.set(
                    next,
                    "Ready",
                    healthy,
                    healthy ? "ClusterIsReady" : "ClusterIsNotReady",
                    healthy ? "Cluster is Ready" : "Cluster Is Not Ready",
                    world.time());
        });
    }

    private static java.util.Optional<String> primary(List<ObjectNode> pods) {
        return pods.stream()
                .filter(pod -> "primary".equals(Meta.labels(pod).get("cnpg.io/instanceRole")))
                .map(Meta::name)
                .findFirst();
    }

    private void acknowledge(ObjectNode backup) {
        server.changeStatus(
                Meta.ref(backup),
                BY,
                next -> Trees.putIfAbsent(next.withObject("/status"), "lastCheckTime", world.time()));
    }
}
