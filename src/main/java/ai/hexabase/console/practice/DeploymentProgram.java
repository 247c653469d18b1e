package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rolls each Deployment out over its ReplicaSets. */
final class DeploymentProgram implements Simulation {
    static final String BY = "deployment-controller";
    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String HASH = "pod-template-hash";

    private final World world;
    private final ApiServer server;
    private final Events events;

    DeploymentProgram(World world, ApiServer server, Events events) {
        this.world = world;
        this.server = server;
        this.events = events;
    }

    @Override
    public void step() {
        world.shelf().all(ResourceKind.DEPLOYMENT).stream()
                .filter(deployment -> !Meta.deleting(deployment))
                .forEach(this::rollOut);
    }

    private void rollOut(ObjectNode deployment) {
        var current = current(deployment);
        new RollingUpdate(world, server, events, deployment).step(current, old(deployment, current));
        var all = sets(deployment);
        new DeploymentStatus(world, server, events).write(deployment, find(all, Meta.name(current)), all);
        cleanUp(deployment, current);
    }

    /** The set of the present template, made when there is none. */
    private ObjectNode current(ObjectNode deployment) {
        var hash = Dice.hash(deployment.at("/spec/template").toString());
        var name = Meta.name(deployment) + "-" + hash;
        var sets = sets(deployment);
        int last = sets.stream().mapToInt(DeploymentProgram::revision).max().orElse(0);
        var found = sets.stream().filter(set -> Meta.name(set).equals(name)).findFirst();
        if (found.isEmpty()) {
            var created = server.create(set(deployment, name, hash, last + 1), BY, false)
                    .object();
            note(deployment, last + 1);
            return created;
        }
        int revision = revision(found.get());
        if (revision < last) {
            revision = last + 1;
            int raised = revision;
            server.change(
                    Meta.ref(found.get()),
                    BY,
                    next -> next.withObject("/metadata/annotations").put(REVISION, Integer.toString(raised)));
        }
        note(deployment, revision);
        return found.get();
    }

    private void note(ObjectNode deployment, int revision) {
        server.change(
                Meta.ref(deployment),
                BY,
                next -> next.withObject("/metadata/annotations").put(REVISION, Integer.toString(revision)));
    }

    private static ObjectNode set(ObjectNode deployment, String name, String hash, int revision) {
        var template = deployment.at("/spec/template").deepCopy();
        var labels = Trees.texts(template.at("/metadata/labels"));
        labels.put(HASH, hash);
        var set = Meta.dependant(ResourceKind.REPLICA_SET, name, deployment, labels);
        set.withObject("/metadata/annotations")
                .put("deployment.kubernetes.io/desired-replicas", Trees.text(deployment, "/spec/replicas"))
                .put(REVISION, Integer.toString(revision));
        var spec = set.putObject("spec").put("replicas", 0);
        Trees.copy(deployment.path("spec"), spec, "minReadySeconds", "selector");
        spec.withObject("/selector/matchLabels").put(HASH, hash);
        spec.set("template", template);
        spec.withObject("/template/metadata/labels").put(HASH, hash);
        return set;
    }

    private List<ObjectNode> sets(ObjectNode deployment) {
        return world.shelf().in(Meta.namespace(deployment), ResourceKind.REPLICA_SET).stream()
                .filter(set -> Meta.controlledBy(set, deployment))
                .sorted(Comparator.comparingInt(DeploymentProgram::revision))
                .toList();
    }

    private List<ObjectNode> old(ObjectNode deployment, ObjectNode current) {
        return sets(deployment).stream()
                .filter(set -> !Meta.name(set).equals(Meta.name(current)))
                .toList();
    }

    private static ObjectNode find(List<ObjectNode> sets, String name) {
        return sets.stream()
                .filter(set -> Meta.name(set).equals(name))
                .findFirst()
                .orElseThrow();
    }

    static int revision(JsonNode set) {
        return Trees.number(set, "/metadata/annotations/deployment.kubernetes.io~1revision", 0);
    }

    private void cleanUp(ObjectNode deployment, ObjectNode current) {
        var empty = old(deployment, current).stream()
                .filter(set ->
                        Trees.number(set, "/spec/replicas", 0) == 0 && Trees.number(set, "/status/replicas", 0) == 0)
                .toList();
        int kept = Trees.number(deployment, "/spec/revisionHistoryLimit", 10);
        empty.stream().limit(Math.max(0, empty.size() - kept)).forEach(new Deletion(world)::delete);
    }
}
