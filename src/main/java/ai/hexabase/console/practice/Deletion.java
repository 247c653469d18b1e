package ai.hexabase.console.practice;

import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Deletes objects: at once, after their dependants, or when their containers have ended. */
record Deletion(World world) {
    static final String FOREGROUND = "foregroundDeletion";
    private static final List<String> PROTECTED = List.of("default", "kube-system", "kube-public", "kube-node-lease");

    /** False when there was nothing. */
    boolean delete(ObjectRef ref, DeleteOptions options) {
        var live = world.shelf().get(ref);
        if (live == null) {
            return false;
        }
        if (options.uid() != null && !options.uid().equals(Meta.uid(live))) {
            throw Refusals.otherUid(ref, options.uid(), Meta.uid(live));
        }
        if (ref.kind() == ResourceKind.NAMESPACE && PROTECTED.contains(ref.name())) {
            throw Refusals.forbidden(ref, "this namespace may not be deleted");
        }
        if (!options.dryRun()) {
            remove(ref, live, options.propagation());
        }
        return true;
    }

    void delete(JsonNode object) {
        delete(Meta.ref(object), DeleteOptions.BACKGROUND);
    }

    private void remove(ObjectRef ref, ObjectNode live, DeleteOptions.Propagation propagation) {
        switch (propagation) {
            case ORPHAN -> orphanDependants(live);
            case FOREGROUND -> {
                if (hasDependants(live)) {
                    mark(live, 0, FOREGROUND);
                    return;
                }
            }
            case BACKGROUND -> {}
        }
        if (ref.kind() == ResourceKind.NAMESPACE) {
            terminate(live);
        } else if (ref.kind() == ResourceKind.POD && !PodState.node(live).isEmpty() && !PodState.ended(live)) {
            mark(live, Trees.number(live, "/spec/terminationGracePeriodSeconds", 30), "");
        } else if (!live.at("/metadata/finalizers").isEmpty()) {
            mark(live, 0, "");
        } else {
            world.shelf().remove(ref);
        }
    }

    private void terminate(ObjectNode namespace) {
        if (!Meta.deleting(namespace)) {
            var next = namespace.deepCopy();
            next.withObject("/metadata").put("deletionTimestamp", world.time());
            next.withObject("/status").put("phase", "Terminating");
            world.shelf().put(next);
        }
    }

    private void mark(ObjectNode live, int graceSeconds, String finalizer) {
        if (Meta.deleting(live)) {
            return;
        }
        var next = live.deepCopy();
        next.withObject("/metadata")
                .put("deletionTimestamp", world.now().plusSeconds(graceSeconds).toString())
                .put("deletionGracePeriodSeconds", graceSeconds);
        if (!finalizer.isEmpty()) {
            next.withArray("/metadata/finalizers").add(finalizer);
        }
        world.shelf().put(next);
    }

    boolean hasDependants(JsonNode owner) {
        return ResourceKind.known().stream()
                .flatMap(kind -> world.shelf().all(kind).stream())
                .anyMatch(object -> isOwnedBy(object, Meta.uid(owner)));
    }

    static boolean isOwnedBy(JsonNode object, String uid) {
        return Trees.each(object.at("/metadata/ownerReferences"))
                .anyMatch(owner -> Trees.text(owner, "/uid").equals(uid));
    }

    private void orphanDependants(JsonNode owner) {
        for (var kind : ResourceKind.known()) {
            for (var object : world.shelf().all(kind)) {
                if (isOwnedBy(object, Meta.uid(owner))) {
                    var next = object.deepCopy();
                    dropOwner((ArrayNode) next.at("/metadata/ownerReferences"), Meta.uid(owner));
                    world.shelf().put(next);
                }
            }
        }
    }

    private static void dropOwner(ArrayNode owners, String uid) {
        for (int i = owners.size() - 1; i >= 0; i--) {
            if (Trees.text(owners.get(i), "/uid").equals(uid)) {
                owners.remove(i);
            }
        }
    }
}
