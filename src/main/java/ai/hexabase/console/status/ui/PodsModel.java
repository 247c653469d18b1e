package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.status.PodSnapshot;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the screen of live pods is about: the clusters there are, which pods are wanted, and what was last heard. */
final class PodsModel {
    private final Clusters clusters;
    private final List<KnownInstallation.Source> installations;
    private final Map<ClusterId, PodSnapshot> snapshots = new HashMap<>();
    private List<RegisteredCluster> known = List.of();
    private PodFilter filter = PodFilter.ALL;
    private List<PodRow> shown = List.of();

    PodsModel(Clusters clusters, List<KnownInstallation.Source> installations) {
        this.clusters = clusters;
        this.installations = List.copyOf(installations);
    }

    /** Begins with what a link asks for. */
    void enter(QueryParameters link) {
        known = clusters.list();
        var namespace = link.getSingleParameter("namespace").orElse(null);
        filter(link.getSingleParameter("cluster")
                .flatMap(this::cluster)
                .map(id -> PodFilter.ALL.in(id).namespace(namespace))
                .orElseGet(this::start));
    }

    /** Without a wish: the first installation, else the only cluster, else all. */
    private PodFilter start() {
        var first = installed().stream().findFirst();
        return first.map(
                        installation -> PodFilter.ALL.in(installation.cluster()).namespace(installation.namespace()))
                .orElseGet(() ->
                        known.size() == 1 ? PodFilter.ALL.in(known.getFirst().id()) : PodFilter.ALL);
    }

    private Optional<ClusterId> cluster(String id) {
        return known.stream()
                .map(RegisteredCluster::id)
                .filter(each -> each.toString().equals(id))
                .findFirst();
    }

    List<RegisteredCluster> known() {
        return known;
    }

    List<KnownInstallation> installed() {
        return installations.stream()
                .flatMap(source -> source.installations().stream())
                .toList();
    }

    String name(ClusterId id) {
        return known.stream()
                .filter(cluster -> cluster.id().equals(id))
                .map(RegisteredCluster::name)
                .findFirst()
                .orElse("");
    }

    PodFilter filter() {
        return filter;
    }

    /** What was heard of clusters that are no longer wanted is forgotten. */
    void filter(PodFilter wanted) {
        filter = wanted;
        snapshots.keySet().retainAll(scope());
    }

    /** The clusters whose pods are wanted. */
    List<ClusterId> scope() {
        var one = filter.cluster();
        return one != null
                ? List.of(one)
                : known.stream().map(RegisteredCluster::id).toList();
    }

    /** Takes the newest of a cluster; false when that cluster is not wanted any more. */
    boolean hear(PodSnapshot snapshot) {
        var wanted = scope().contains(snapshot.scope().cluster());
        if (wanted) {
            snapshots.put(snapshot.scope().cluster(), snapshot);
        }
        return wanted;
    }

    Collection<PodSnapshot> snapshots() {
        return snapshots.values();
    }

    /** Empty before anything was heard of the cluster. */
    Optional<PodSnapshot> snapshot(ClusterId id) {
        return Optional.ofNullable(snapshots.get(id));
    }

    Map<ClusterId, Reachability> reachability() {
        return snapshots.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().reachability()));
    }

    List<String> namespaces() {
        return rows().stream().map(PodRow::namespace).distinct().sorted().toList();
    }

    private List<PodRow> rows() {
        return snapshots.values().stream()
                .flatMap(snapshot -> snapshot.rows().stream())
                .toList();
    }

    /** Chooses what is shown, in the reader's language; {@link #shown()} keeps that for readers without a page. */
    void choose() {
        shown = rows().stream()
                .filter(row -> filter.matches(row, Texts.of(row.reason().plain())))
                .toList();
    }

    List<PodRow> shown() {
        return shown;
    }
}
