package ai.hexabase.console.drift;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ObjectWatch;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.WatchListener;
import ai.hexabase.console.manifest.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The watches of one cluster: one for each kind and namespace, for all installations together, and only of objects that
 * carry an installation's label.
 */
final class ClusterWatches implements AutoCloseable {
    private final BiConsumer<InstallationId, ObjectRef> changed;
    private final Map<ListQuery, ObjectWatch> open = new HashMap<>();
    private final Map<ListQuery, KnownObjects> known = new HashMap<>();
    private final Set<ResourceKind> refused = ConcurrentHashMap.newKeySet();
    private @Nullable ClusterConnection connection;

    ClusterWatches(BiConsumer<InstallationId, ObjectRef> changed) {
        this.changed = changed;
    }

    /** Watches exactly this, by this connection; asks the cluster which kinds it serves. */
    synchronized void follow(ClusterConnection current, Set<ListQuery> wanted) {
        if (current != connection) {
            closeAll();
            connection = current;
        }
        var unwanted = new HashSet<>(open.keySet());
        unwanted.removeAll(wanted);
        unwanted.forEach(this::end);
        wanted.stream().filter(query -> !open.containsKey(query)).forEach(query -> begin(current, query));
    }

    private void begin(ClusterConnection current, ListQuery query) {
        if (current.serves(query.kind())) {
            var objects = known.computeIfAbsent(query, key -> new KnownObjects(changed));
            open.put(query, current.watch(query.labelled(Names.INSTALLATION_LABEL), new Listener(query, objects)));
        }
    }

    private void end(ListQuery query) {
        known.remove(query);
        var watch = open.remove(query);
        if (watch != null) {
            watch.close();
        }
    }

    /** Whether that is the connection in use. */
    synchronized boolean isBy(ClusterConnection current) {
        return current == connection;
    }

    /** Kinds that the credentials may not watch. */
    Set<ResourceKind> refused() {
        return Set.copyOf(refused);
    }

    private void closeAll() {
        open.values().forEach(ObjectWatch::close);
        open.clear();
        refused.clear();
    }

    @Override
    public synchronized void close() {
        closeAll();
        known.clear();
        connection = null;
    }

    private final class Listener implements WatchListener {
        private final ListQuery query;
        private final KnownObjects objects;

        Listener(ListQuery query, KnownObjects objects) {
            this.query = query;
            this.objects = objects;
        }

        @Override
        public void listed(List<KubeObject> all) {
            objects.list(all);
        }

        @Override
        public void upserted(KubeObject object) {
            objects.put(object);
        }

        @Override
        public void removed(ObjectRef ref) {
            objects.remove(ref);
        }

        @Override
        public void connected(boolean connected, @Nullable Problem problem) {
            if (problem != null && problem.code().equals("kube-denied")) {
                refused.add(query.kind());
            } else if (connected) {
                refused.remove(query.kind());
            }
        }
    }
}
