package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Deployment, StatefulSet, DaemonSet or Job as the list shows it.
 *
 * @param counts how many pods it wants and has
 * @param image of its first container
 */
public record WorkloadRow(
        ClusterId cluster,
        ResourceKind kind,
        String namespace,
        String name,
        String uid,
        String version,
        PodCounts counts,
        String image,
        @Nullable Instant createdAt,
        PodReason reason)
        implements LiveRow {
    static WorkloadRow of(ClusterId cluster, ResourceKind kind, KubeObject object, Pool pool) {
        var counts = PodCounts.of(kind, object);
        return new WorkloadRow(
                cluster,
                kind,
                pool.one(object.text("/metadata/namespace", "")),
                object.name(),
                object.text("/metadata/uid", ""),
                object.text("/metadata/resourceVersion", ""),
                counts,
                pool.one(object.text("/spec/template/spec/containers/0/image", "")),
                PodRow.instant(object.text("/metadata/creationTimestamp")),
                pool.one(WorkloadWords.explain(kind, object, counts)));
    }

    /** A refusal of its pods is the reason, whatever else there is. */
    WorkloadRow refused(PodReason refusal) {
        return new WorkloadRow(cluster, kind, namespace, name, uid, version, counts, image, createdAt, refusal);
    }

    @Override
    public ObjectRef ref() {
        return kind.named(namespace, name);
    }

    @Override
    public String key() {
        return LiveRow.super.key() + " " + kind.kind();
    }

    /** As pods name it. */
    public Workload workload() {
        return new Workload(kind.kind(), name);
    }

    @Override
    public boolean isReady() {
        return counts.ready() >= counts.wanted() && reason.health() != Health.FAILED;
    }
}
