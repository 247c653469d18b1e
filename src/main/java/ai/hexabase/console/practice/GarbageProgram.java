package ai.hexabase.console.practice;

import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.ResourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Deletes objects whose owners are gone, and lets owners go whose dependants are gone. */
record GarbageProgram(World world) implements Simulation {
    @Override
    public void step() {
        var all = new ArrayList<ObjectNode>();
        ResourceKind.known().forEach(kind -> all.addAll(world.shelf().all(kind)));
        var going = new HashSet<String>();
        var uids = new HashSet<String>();
        for (var object : all) {
            uids.add(Meta.uid(object));
            if (waitsForDependants(object)) {
                going.add(Meta.uid(object));
            }
        }
        for (var object : all) {
            if (isAbandoned(object, uids, going)) {
                var propagation = waitsFor(object, going) ? DeleteOptions.FOREGROUND : DeleteOptions.BACKGROUND;
                new Deletion(world).delete(Meta.ref(object), propagation);
            }
        }
        all.stream().filter(object -> going.contains(Meta.uid(object))).forEach(this::letGo);
    }

    private static boolean waitsForDependants(ObjectNode object) {
        return Meta.deleting(object)
                && Trees.each(object.at("/metadata/finalizers"))
                        .anyMatch(finalizer -> finalizer.asString("").equals(Deletion.FOREGROUND));
    }

    private static boolean isAbandoned(ObjectNode object, Set<String> uids, Set<String> going) {
        var owners = owners(object);
        return !owners.isEmpty()
                && owners.stream().allMatch(uid -> !uids.contains(uid) || going.contains(uid))
                && !Meta.deleting(object);
    }

    private static boolean waitsFor(ObjectNode object, Set<String> going) {
        return owners(object).stream().anyMatch(going::contains);
    }

    private static List<String> owners(ObjectNode object) {
        return Trees.each(object.at("/metadata/ownerReferences"))
                .map(owner -> Trees.text(owner, "/uid"))
                .toList();
    }

    private void letGo(ObjectNode owner) {
        if (!new Deletion(world).hasDependants(owner)) {
            world.shelf().remove(Meta.ref(owner));
        }
    }
}
