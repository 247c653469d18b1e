package ai.hexabase.console.rollout;

import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.Connections;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.Timeouts;
import ai.hexabase.console.kube.WatchListener;
import ai.hexabase.console.manifest.Names;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Follows every object that consoles apply on a cluster, and notes which were made more than once. */
final class ObjectDiary implements AutoCloseable, WatchListener {
    private static final List<ResourceKind> KINDS = List.of(
            ResourceKind.NAMESPACE,
            ResourceKind.SERVICE,
            ResourceKind.CONFIG_MAP,
            ResourceKind.SECRET,
            ResourceKind.SERVICE_ACCOUNT,
            ResourceKind.LIMIT_RANGE,
            ResourceKind.RESOURCE_QUOTA,
            ResourceKind.DEPLOYMENT,
            ResourceKind.STATEFUL_SET,
            ResourceKind.JOB,
            ResourceKind.POD_DISRUPTION_BUDGET,
            ResourceKind.ROLE,
            ResourceKind.ROLE_BINDING,
            ResourceKind.CLUSTER_ROLE,
            ResourceKind.CLUSTER_ROLE_BINDING,
            ResourceKind.NETWORK_POLICY,
            ResourceKind.DATABASE_CLUSTER,
            ResourceKind.SCHEDULED_BACKUP);

    private final ClusterConnection connection;
    private final Map<ObjectRef, Set<String>> uids = new ConcurrentHashMap<>();

    private ObjectDiary(ClusterConnection connection) {
        this.connection = connection;
    }

    static ObjectDiary of(FleetCluster cluster) {
        var diary = new ObjectDiary(connect(cluster));
        KINDS.forEach(kind -> diary.connection.watch(query(kind), diary));
        return diary;
    }

    /** The objects as they are, without what the server keeps in them. */
    static Map<String, String> objects(FleetCluster cluster) {
        var objects = new TreeMap<String, String>();
        try (var connection = connect(cluster)) {
            for (var kind : KINDS) {
                for (var object : connection.listAll(query(kind))) {
                    objects.put(object.ref().toString(), text(object));
                }
            }
        }
        return objects;
    }

    /** The database operator makes another password each time; that it is there is compared, not which. */
    private static String text(KubeObject object) {
        var tree = Cleaned.treeOfNew(object);
        if (object.kind().equals(ResourceKind.SECRET) && tree.get("data") instanceof ObjectNode data) {
            data.propertyNames().forEach(key -> data.put(key, "?"));
        }
        return tree.toPrettyString();
    }

    private static ListQuery query(ResourceKind kind) {
        return ListQuery.of(kind).labelled(Names.INSTALLATION_LABEL);
    }

    private static ClusterConnection connect(FleetCluster cluster) {
        var access = KubeAccess.of(
                cluster.url(),
                cluster.authority(),
                new Credentials.ClientCertificate(
                        cluster.admin().certificate(), cluster.admin().key()));
        return new Connections(Clock.systemUTC()).open(access, Timeouts.DEFAULT);
    }

    /** Those that were there under one name with more than one uid. */
    List<ObjectRef> doubled() {
        return uids.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void listed(List<KubeObject> objects) {
        objects.forEach(this::upserted);
    }

    @Override
    public void upserted(KubeObject object) {
        uids.computeIfAbsent(object.ref(), ref -> ConcurrentHashMap.newKeySet()).add(String.valueOf(object.uid()));
    }

    @Override
    public void removed(ObjectRef ref) {}

    @Override
    public void close() {
        connection.close();
    }
}
