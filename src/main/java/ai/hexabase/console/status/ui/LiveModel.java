package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.KnownInstallation;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.status.Snapshot;
import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a live list is about: the clusters there are, which rows are wanted, and what was last heard. */
final class LiveModel<R extends LiveRow> {
    private final Sheet<R> sheet;
    private final Clusters clusters;
    private final List<KnownInstallation.Source> installations;
    private final Map<ClusterId, Snapshot<R>> snapshots = new HashMap<>();
    private List<RegisteredCluster> known = List.of();
    private final LiveFilter all;
    private LiveFilter filter;
    private volatile LiveList<R> shown = LiveList.empty();

    LiveModel(Sheet<R> sheet, Clusters clusters, List<KnownInstallation.Source> installations) {
        this.sheet = sheet;
        this.all = LiveFilter.all(sheet.groupings().getFirst().key());
        this.filter = all;
        this.clusters = clusters;
        this.installations = List.copyOf(installations);
    }

    /** Begins with what a link asks for. */
    void enter(QueryParameters link) {
        known = clusters.list();
        filter(LiveAddress.read(link, sheet, this::cluster).orElseGet(this::start));
    }

    /** Without a wish: the first installation, else the only cluster, else all. */
    private LiveFilter start() {
        var first = installed().stream().findFirst();
        return first.map(installation -> all.in(installation.cluster()).namespace(installation.namespace()))
                .orElseGet(() -> known.size() == 1 ? all.in(known.getFirst().id()) : all);
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

    LiveFilter filter() {
        return filter;
    }

    /** What was heard of clusters that are no longer wanted is forgotten. */
    void filter(LiveFilter wanted) {
        filter = wanted;
        snapshots.keySet().retainAll(scope());
    }

    /** The clusters whose rows are wanted. */
    List<ClusterId> scope() {
        var one = filter.cluster();
        return one != null
                ? List.of(one)
                : known.stream().map(RegisteredCluster::id).toList();
    }

    /** Takes the newest of a cluster; false when that cluster is not wanted any more. */
    boolean hear(Snapshot<R> snapshot) {
        var wanted = scope().contains(snapshot.scope().cluster());
        if (wanted) {
            snapshots.put(snapshot.scope().cluster(), snapshot);
        }
        return wanted;
    }

    Collection<Snapshot<R>> snapshots() {
        return snapshots.values();
    }

    /** Empty before anything was heard of the cluster. */
    Optional<Snapshot<R>> snapshot(ClusterId id) {
        return Optional.ofNullable(snapshots.get(id));
    }

    /** Whether everything wanted has been read; a cluster that is silent or refuses is told on its own. */
    boolean isComplete() {
        return scope().stream()
                .allMatch(id -> snapshot(id)
                        .filter(told -> told.listed()
                                || told.problem() != null
                                || !told.reachability().isLive())
                        .isPresent());
    }

    Map<ClusterId, Reachability> reachability() {
        return snapshots.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().reachability()));
    }

    /** Of the namespaces that there is something in. */
    List<String> namespaces() {
        return sheet.isNamespaced()
                ? rows().stream()
                        .map(LiveRow::namespace)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    private List<R> rows() {
        return snapshots.size() == 1
                ? snapshots.values().iterator().next().rows()
                : scope().stream()
                        .flatMap(id -> snapshot(id).stream())
                        .flatMap(snapshot -> snapshot.rows().stream())
                        .toList();
    }

    /** Chooses what is shown, in the reader's language; {@link #shown()} keeps that for readers without a page. */
    void choose() {
        var wanted = new Wanted<>(sheet, filter);
        var rows = rows();
        shown = LiveList.of(
                wanted.isAll() ? rows : rows.stream().filter(wanted).toList(),
                sheet.grouping(filter.grouping()),
                sheet.order(filter.order()));
    }

    LiveList<R> shown() {
        return shown;
    }
}
