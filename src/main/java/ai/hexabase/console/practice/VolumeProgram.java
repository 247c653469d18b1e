package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Makes a volume for each claim that a pod waits for. */
record VolumeProgram(World world, ApiServer server, Events events) implements Simulation {
    private static final String BY = "practice-provisioner";

    @Override
    public void step() {
        for (var claim : world.shelf().all(ResourceKind.PERSISTENT_VOLUME_CLAIM)) {
            var bound = Trees.text(claim, "/status/phase").equals("Bound");
            if (!bound && !Meta.deleting(claim) && isWanted(claim)) {
                bind(claim);
            }
        }
        for (var volume : world.shelf().all(ResourceKind.PERSISTENT_VOLUME)) {
            release(volume);
        }
    }

    private boolean isWanted(ObjectNode claim) {
        var storage = world.shelf().get(ResourceKind.STORAGE_CLASS.named(Trees.text(claim, "/spec/storageClassName")));
        if (storage == null) {
            if (events.quiet(claim, "ProvisioningFailed", java.time.Duration.ofSeconds(15))) {
                events.warning(
                        claim,
                        "persistentvolume-controller",
                        "ProvisioningFailed",
                        "storageclass.storage.k8s.io \"" + Trees.text(claim, "/spec/storageClassName")
                                + "\" not found");
            }
            return false;
        }
        return !Trees.text(storage, "/volumeBindingMode").equals("WaitForFirstConsumer")
                || world.shelf().in(Meta.namespace(claim), ResourceKind.POD).stream()
                        .anyMatch(pod -> Claims.of(pod).contains(Meta.name(claim)));
    }

    private void bind(ObjectNode claim) {
        var size = Trees.text(claim, "/spec/resources/requests/storage");
        var name = "pvc-" + Meta.uid(claim);
        var volume = Meta.unowned(ResourceKind.PERSISTENT_VOLUME, name, "", Map.of());
        var spec = volume.putObject("spec");
        spec.putObject("capacity").put("storage", size);
        spec.set("accessModes", claim.at("/spec/accessModes"));
        spec.put("persistentVolumeReclaimPolicy", "Delete")
                .put("storageClassName", Trees.text(claim, "/spec/storageClassName"));
        spec.putObject("claimRef")
                .put("kind", "PersistentVolumeClaim")
                .put("namespace", Meta.namespace(claim))
                .put("name", Meta.name(claim))
                .put("uid", Meta.uid(claim));
        volume.putObject("status").put("phase", "Bound");
        server.ensure(volume, BY);
        server.change(Meta.ref(claim), BY, next -> next.withObject("/spec").put("volumeName", name));
        server.changeStatus(Meta.ref(claim), BY, next -> {
            var status = next.withObject("/status").put("phase", "Bound");
            status.set("accessModes", next.at("/spec/accessModes"));
            status.putObject("capacity").put("storage", size);
        });
        events.normal(claim, BY, "ProvisioningSucceeded", "Successfully provisioned volume " + name);
    }

    private void release(ObjectNode volume) {
        var claim = world.shelf()
                .get(ResourceKind.PERSISTENT_VOLUME_CLAIM.named(
                        Trees.text(volume, "/spec/claimRef/namespace"), Trees.text(volume, "/spec/claimRef/name")));
        if (claim == null || !Meta.uid(claim).equals(Trees.text(volume, "/spec/claimRef/uid"))) {
            world.shelf().remove(Meta.ref(volume));
        }
    }
}
