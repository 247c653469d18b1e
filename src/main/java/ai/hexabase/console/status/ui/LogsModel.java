package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.status.LogWish;
import ai.hexabase.console.status.Workload;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which logs are read together: what the link says, and what was chosen on the screen since. */
final class LogsModel {
    /** From when on lines are read. */
    enum Since {
        NEWEST(null),
        FIVE_MINUTES(Duration.ofMinutes(5)),
        ONE_HOUR(Duration.ofHours(1)),
        SIX_HOURS(Duration.ofHours(6)),
        ONE_DAY(Duration.ofDays(1));

        private final @Nullable Duration ago;

        Since(@Nullable Duration ago) {
            this.ago = ago;
        }
    }

    private final Clusters clusters;
    private final Clock clock;
    private @Nullable RegisteredCluster cluster;
    private String namespace = "";
    private @Nullable Workload workload;
    private Set<String> pods = Set.of();
    private Since since = Since.NEWEST;
    private boolean previous;

    LogsModel(Clusters clusters, Clock clock) {
        this.clusters = clusters;
        this.clock = clock;
    }

    void enter(QueryParameters link) {
        cluster = link.getSingleParameter("cluster").flatMap(this::find).orElse(null);
        namespace = link.getSingleParameter("namespace").orElse("");
        workload =
                link.getSingleParameter("workload").flatMap(LogsModel::workload).orElse(null);
        pods = Set.copyOf(link.getParameters("pod"));
        previous = link.getSingleParameter("previous").isPresent();
    }

    private Optional<RegisteredCluster> find(String id) {
        return clusters.list().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst();
    }

    private static Optional<Workload> workload(String text) {
        int slash = text.indexOf('/');
        return slash < 1
                ? Optional.empty()
                : Optional.of(new Workload(text.substring(0, slash), text.substring(slash + 1)));
    }

    /** Empty when the link leads to no cluster, or names no namespace. */
    Optional<LogWish> wish() {
        var known = cluster;
        if (known == null || namespace.isEmpty()) {
            return Optional.empty();
        }
        var from = since.ago == null ? null : clock.instant().minus(since.ago);
        return Optional.of(new LogWish(known.id(), namespace, workload, pods, previous, from));
    }

    List<String> facts() {
        var whose = workload != null
                ? LiveTexts.kind(workload.kind()) + " " + workload.name()
                : pods.isEmpty()
                        ? Texts.get("status.logs.all-pods")
                        : Texts.get("status.logs.chosen-pods", pods.size());
        return List.of(cluster == null ? "" : cluster.name(), namespace, whose);
    }

    /** A name for files. */
    String name() {
        return namespace + (workload == null ? "" : "-" + workload.name());
    }

    Since since() {
        return since;
    }

    void since(Since chosen) {
        since = chosen;
    }

    boolean previous() {
        return previous;
    }

    void previous(boolean before) {
        previous = before;
    }
}
