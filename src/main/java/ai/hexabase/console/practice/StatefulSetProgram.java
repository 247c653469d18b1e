package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the numbered pods of each StatefulSet, one after the other. */
final class StatefulSetProgram implements Simulation {
    private static final String BY = "statefulset-controller";
    private static final String REVISION = "controller-revision-hash";

    private final World world;
    private final ApiServer server;
    private final PodMaking pods;

    StatefulSetProgram(World world, ApiServer server, Events events) {
        this.world = world;
        this.server = server;
        this.pods = new PodMaking(world, server, events, BY);
    }

    @Override
    public void step() {
        world.shelf().all(ResourceKind.STATEFUL_SET).stream()
                .filter(set -> !Meta.deleting(set))
                .forEach(this::keep);
    }

    private void keep(ObjectNode set) {
        int wanted = Trees.number(set, "/spec/replicas", 1);
        if (grow(set, wanted) && shrink(set, wanted)) {
            replaceOld(set, wanted);
        }
        status(set);
    }

    /** True when all wanted pods are there, and ready unless they may come at once. */
    private boolean grow(ObjectNode set, int wanted) {
        boolean oneByOne = !Trees.text(set, "/spec/podManagementPolicy").equals("Parallel");
        boolean complete = true;
        for (int number = 0; number < wanted; number++) {
            var pod = pod(set, number);
            if (pod.isEmpty()) {
                make(set, number);
            }
            if (pod.filter(PodState::active).filter(PodState::ready).isEmpty()) {
                complete = false;
                if (oneByOne) {
                    return false;
                }
            }
        }
        return complete;
    }

    private boolean shrink(ObjectNode set, int wanted) {
        var tooMany = pods.podsOf(set).stream()
                .filter(pod -> number(set, pod) >= wanted)
                .max(java.util.Comparator.comparingInt(pod -> number(set, pod)));
        tooMany.filter(PodState::active).ifPresent(pod -> pods.delete(set, pod));
        return tooMany.isEmpty();
    }

    private void replaceOld(ObjectNode set, int wanted) {
        for (int number = wanted - 1; number >= 0; number--) {
            var old = pod(set, number)
                    .filter(pod -> !revision(set).equals(Meta.labels(pod).get(REVISION)));
            if (old.isPresent()) {
                pods.delete(set, old.get());
                return;
            }
        }
    }

    private Optional<ObjectNode> pod(ObjectNode set, int number) {
        return Optional.ofNullable(
                world.shelf().get(ResourceKind.POD.named(Meta.namespace(set), Meta.name(set) + "-" + number)));
    }

    private static int number(ObjectNode set, ObjectNode pod) {
        var end = Meta.name(pod)
                .substring(Math.min(Meta.name(pod).length(), Meta.name(set).length() + 1));
        return end.matches("\\d{1,6}") ? Integer.parseInt(end) : 0;
    }

    private static String revision(ObjectNode set) {
        return Meta.name(set) + "-" + Dice.hash(set.at("/spec/template").toString());
    }

    private void make(ObjectNode set, int number) {
        if (!pods.mayTry(set)) {
            return;
        }
        var name = Meta.name(set) + "-" + number;
        var withVolumes = set.deepCopy();
        for (var template : set.at("/spec/volumeClaimTemplates")) {
            var claim = Meta.name(template) + "-" + name;
            claim(set, (ObjectNode) template, claim);
            var volume = Trees.object("name", Meta.name(template));
            volume.putObject("persistentVolumeClaim").put("claimName", claim);
            withVolumes.withObject("/spec/template/spec").withArray("volumes").add(volume);
        }
        pods.make(
                withVolumes,
                name,
                Map.of(
                        REVISION,
                        revision(set),
                        "statefulset.kubernetes.io/pod-name",
                        name,
                        "apps.kubernetes.io/pod-index",
                        Integer.toString(number)));
    }

    private void claim(ObjectNode set, ObjectNode template, String name) {
        var labels = Trees.texts(set.at("/spec/selector/matchLabels"));
        var claim = Meta.unowned(ResourceKind.PERSISTENT_VOLUME_CLAIM, name, Meta.namespace(set), labels);
        claim.set("spec", template.path("spec").deepCopy());
        server.ensure(claim, BY);
    }

    private void status(ObjectNode set) {
        var all = pods.podsOf(set);
        var current = revision(set);
        int ready = (int) all.stream().filter(PodState::ready).count();
        server.changeStatus(Meta.ref(set), BY, next -> {
            var status = next.withObject("/status");
            status.put("replicas", all.size()).put("collisionCount", 0).put("updateRevision", current);
            status.put("observedGeneration", Trees.number(next, "/metadata/generation", 1));
            status.put("availableReplicas", ready);
            ReplicaSetProgram.count(status, "readyReplicas", ready);
            var updated = (int) all.stream()
                    .filter(pod -> current.equals(Meta.labels(pod).get(REVISION)))
                    .count();
            ReplicaSetProgram.count(status, "updatedReplicas", updated);
            if (updated == all.size()) {
                status.put("currentRevision", current);
                ReplicaSetProgram.count(status, "currentReplicas", updated);
            }
        });
    }
}
