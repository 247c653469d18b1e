package ai.hexabase.console.drift;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.rollout.Baselines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices which objects of one watch changed in something else than their status. Keeps a fingerprint of each object,
 * never the object; of more than {@link #MOST} it keeps none, and leaves them to the regular comparison.
 */
final class KnownObjects {
    static final int MOST = 2000;

    private record Known(InstallationId installation, String fingerprint) {}

    private final Map<ObjectRef, Known> known = new HashMap<>();
    private final BiConsumer<InstallationId, ObjectRef> changed;
    private boolean listed;

    /** @param changed told of objects that changed, came or went */
    KnownObjects(BiConsumer<InstallationId, ObjectRef> changed) {
        this.changed = changed;
    }

    /** All there are; what differs from what was known is told, but the first list tells nothing. */
    synchronized void list(List<KubeObject> objects) {
        var gone = new HashSet<>(known.keySet());
        for (var object : objects) {
            gone.remove(object.ref());
            put(object, listed);
        }
        gone.forEach(this::remove);
        listed = true;
    }

    synchronized void put(KubeObject object) {
        put(object, true);
    }

    private void put(KubeObject object, boolean tell) {
        var installation = installation(object).orElse(null);
        if (installation == null) {
            remove(object.ref());
            return;
        }
        var before = known.get(object.ref());
        var now = new Known(installation, Baselines.fingerprint(object));
        if (now.equals(before) || (before == null && known.size() >= MOST)) {
            return;
        }
        known.put(object.ref(), now);
        if (tell) {
            changed.accept(installation, object.ref());
            tellOther(before, installation, object.ref());
        }
    }

    /** Whose it was before. */
    private void tellOther(@Nullable Known before, InstallationId installation, ObjectRef ref) {
        if (before != null && !before.installation().equals(installation)) {
            changed.accept(before.installation(), ref);
        }
    }

    synchronized void remove(ObjectRef ref) {
        var before = known.remove(ref);
        if (before != null) {
            changed.accept(before.installation(), ref);
        }
    }

    synchronized int size() {
        return known.size();
    }

    private static Optional<InstallationId> installation(KubeObject object) {
        var id = object.labels().get(Names.INSTALLATION_LABEL);
        try {
            return id == null ? Optional.empty() : Optional.of(InstallationId.of(id));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
