package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pod as the list shows it.
 *
 * @param version resourceVersion, changes whenever the pod does
 * @param ready containers that are ready, of {@code containers} that should be; ended ones of a finished pod count
 * @param zone of its node, null when the node has none or may not be read
 */
public record PodRow(
        ClusterId cluster,
        String namespace,
        String name,
        String uid,
        String version,
        Workload workload,
        String phase,
        int ready,
        int containers,
        int restarts,
        @Nullable Instant createdAt,
        @Nullable String node,
        @Nullable String zone,
        PodReason reason)
        implements LiveRow {
    /** Reads a pod; {@code zone} is that of its node. */
    static PodRow of(ClusterId cluster, KubeObject pod, @Nullable String zone) {
        return of(cluster, pod, zone, new Pool());
    }

    static PodRow of(ClusterId cluster, KubeObject pod, @Nullable String zone, Pool pool) {
        var finished = "Succeeded".equals(pod.text("/status/phase"));
        var containers = pod.at("/spec/containers").size();
        return new PodRow(
                cluster,
                pool.one(pod.text("/metadata/namespace", "")),
                pod.name(),
                pod.text("/metadata/uid", ""),
                pod.text("/metadata/resourceVersion", ""),
                pool.one(Workload.of(pod)),
                pool.one(pod.text("/status/phase", "Unknown")),
                finished ? containers : ready(pod),
                containers,
                restarts(pod),
                instant(pod.text("/metadata/creationTimestamp")),
                pool.oneOrNull(pod.text("/spec/nodeName")),
                zone,
                pool.one(PodWords.explain(pod)));
    }

    PodRow inZone(@Nullable String newZone) {
        return Objects.equals(zone, newZone)
                ? this
                : new PodRow(
                        cluster,
                        namespace,
                        name,
                        uid,
                        version,
                        workload,
                        phase,
                        ready,
                        containers,
                        restarts,
                        createdAt,
                        node,
                        newZone,
                        reason);
    }

    @Override
    public ObjectRef ref() {
        return ResourceKind.POD.named(namespace, name);
    }

    /** Ready, or ended well: nothing is missing. */
    @Override
    public boolean isReady() {
        return ready == containers && reason.health() != Health.FAILED;
    }

    private static int ready(KubeObject pod) {
        var ready = 0;
        for (var status : pod.at("/status/containerStatuses")) {
            ready += status.path("ready").asBoolean(false) ? 1 : 0;
        }
        return ready;
    }

    private static int restarts(KubeObject pod) {
        var restarts = 0;
        for (var status : pod.at("/status/containerStatuses")) {
            restarts += status.path("restartCount").asInt(0);
        }
        return restarts;
    }

    static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
