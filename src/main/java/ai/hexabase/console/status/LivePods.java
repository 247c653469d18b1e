package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What only pods have: containers and their logs. That pods come and go is told by {@link LiveObjects}. */
@Component
public class LivePods {
    private final Clusters clusters;
    private final LiveObjects objects;
    private final Clock time;

    LivePods(Clusters clusters, LiveObjects objects, Clock time) {
        this.clusters = clusters;
        this.objects = objects;
        this.time = time;
    }

    /** One pod with its containers as it is now; empty when it is gone. */
    public Optional<PodDetails> details(PodRow row) {
        return Seen.by(clusters, row)
                ? clusters.connection(row.cluster()).get(row.ref()).map(PodDetails::of)
                : Optional.empty();
    }

    /** The log of one container, line by line, until closed. */
    public Subscription log(PodRow row, LogOptions options, LogListener listener) {
        Seen.require(clusters, row);
        var stream = clusters.connection(row.cluster()).logs(row.ref(), options, listener);
        return stream::close;
    }

    /** The logs of several pods at once, as lines are written, until closed. */
    public ManyLogs logs(LogWish wish, LogAudience audience) {
        return new ManyLogs(this, wish, audience, time).start();
    }

    /** The pods of a scope as they come and go, until closed. */
    Subscription watch(LiveScope scope, Consumer<Snapshot<PodRow>> listener) {
        return objects.watch(LiveKind.PODS, scope, listener);
    }

    /** All pods of a scope, read once; for those who need them now and not live. */
    public List<PodRow> read(LiveScope scope) {
        var connection = clusters.connection(scope.cluster());
        return connection.listAll(ListQuery.of(ResourceKind.POD).in(scope.namespace())).stream()
                .map((KubeObject pod) -> PodRow.of(scope.cluster(), pod, null))
                .filter(row -> Seen.by(clusters, row))
                .toList();
    }
}
