package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way of every write: schema, ownership, defaults, validation, admission, then the shelf. Refusals are
 * {@link ai.hexabase.console.kube.RequestRefused}.
 */
final class ApiServer {
    private static final Set<String> WITHOUT_GENERATION =
            Set.of("", "rbac.authorization.k8s.io", "storage.k8s.io", "discovery.k8s.io");

    private final World world;
    private final Admission admission;

    ApiServer(World world) {
        this.world = world;
        this.admission = new Admission(world);
    }

    Shelf shelf() {
        return world.shelf();
    }

    /** Server-side apply; {@link ConflictsFound} when others own what would change. */
    Answer apply(ObjectNode given, String manager, boolean dryRun, boolean force) {
        var config = given.deepCopy();
        config.remove("status");
        SchemaCheck.check(config);
        var live = shelf().get(Meta.ref(config));
        checkNamespace(config, live == null);
        var merged = ownership(config).apply(live, config, manager, force);
        return write(merged, live, dryRun);
    }

    /** Creates; {@code dryRun} only tells whether it would be let in. */
    Answer create(ObjectNode given, String manager, boolean dryRun) {
        var object = given.deepCopy();
        var prefix = Trees.text(object, "/metadata/generateName");
        if (Meta.name(object).isEmpty() && !prefix.isEmpty()) {
            object.withObject("/metadata").put("name", prefix + world.dice().letters(5));
        }
        SchemaCheck.check(object);
        if (shelf().get(Meta.ref(object)) != null) {
            throw Refusals.alreadyExists(Meta.ref(object));
        }
        checkNamespace(object, true);
        return write(ownership(object).update(null, object, manager, ""), null, dryRun);
    }

    /** Creates unless it is there, on behalf of a controller. */
    ObjectNode ensure(ObjectNode object, String manager) {
        var found = shelf().get(Meta.ref(object));
        return found == null ? create(object, manager, false).object() : found;
    }

    /** Changes an object that is there as somebody who writes it whole; nothing happens when nothing changed. */
    ObjectNode change(ObjectRef ref, String manager, Consumer<ObjectNode> change) {
        return change(ref, manager, "", change);
    }

    ObjectNode changeStatus(ObjectRef ref, String manager, Consumer<ObjectNode> change) {
        return change(ref, manager, "status", change);
    }

    private ObjectNode change(ObjectRef ref, String manager, String subresource, Consumer<ObjectNode> change) {
        var live = shelf().get(ref);
        if (live == null) {
            throw Refusals.notFound(ref);
        }
        var next = live.deepCopy();
        change.accept(next);
        if (next.equals(live)) {
            return live;
        }
        var written = ownership(next).update(live, next, manager, subresource);
        return subresource.isEmpty() ? write(written, live, false).object() : shelf().put(written);
    }

    private Answer write(ObjectNode next, @Nullable ObjectNode live, boolean dryRun) {
        var warnings = new ArrayList<String>();
        if (live == null) {
            identify(next);
        }
        Defaults.fill(next, new ServiceAddresses(shelf()));
        if (live == null) {
            admission.complete(next);
        }
        Validation.check(next, live);
        admission.check(next, live == null, warnings);
        if (live != null && next.equals(live)) {
            return new Answer(live, warnings);
        }
        countGeneration(next, live);
        return new Answer(dryRun ? next : store(next), List.copyOf(warnings));
    }

    /** Puts the object where it belongs; one on its way out goes with its last finalizer. */
    private ObjectNode store(ObjectNode next) {
        if (Meta.deleting(next)
                && next.at("/metadata/finalizers").isEmpty()
                && Meta.kind(next) != ResourceKind.POD
                && Meta.kind(next) != ResourceKind.NAMESPACE) {
            shelf().remove(Meta.ref(next));
            return next;
        }
        return shelf().put(next);
    }

    private void identify(ObjectNode object) {
        object.withObject("/metadata").put("uid", world.dice().uid()).put("creationTimestamp", world.time());
    }

    private static void countGeneration(ObjectNode next, @Nullable ObjectNode live) {
        if (WITHOUT_GENERATION.contains(Meta.kind(next).group())) {
            return;
        }
        var metadata = next.withObject("/metadata");
        if (live == null) {
            metadata.put("generation", 1);
        } else if (!next.path("spec").equals(live.path("spec"))) {
            metadata.put("generation", Trees.number(live, "/metadata/generation", 0) + 1);
        }
    }

    private void checkNamespace(ObjectNode object, boolean isNew) {
        if (!Meta.kind(object).namespaced()) {
            return;
        }
        var ref = ResourceKind.NAMESPACE.named(Meta.namespace(object));
        var namespace = shelf().get(ref);
        if (namespace == null) {
            throw Refusals.notFound(ref);
        }
        if (isNew && Meta.deleting(namespace)) {
            throw Refusals.forbidden(
                    Meta.ref(object),
                    "unable to create new content in namespace " + ref.name() + " because it is being terminated");
        }
    }

    private Ownership ownership(ObjectNode object) {
        return new Ownership(new FieldTypes(Meta.kind(object)), world.time());
    }
}
