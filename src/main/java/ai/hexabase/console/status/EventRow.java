package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a cluster as the list shows it.
 *
 * @param namespace where it is kept; events about nodes are in {@code default}
 * @param event what happened
 * @param about kind and name of the object it happened to
 * @param source who noted it
 */
public record EventRow(
        ClusterId cluster,
        String namespace,
        String name,
        String uid,
        String version,
        PodEvent event,
        Workload about,
        String source)
        implements LiveRow {
    private static final PodReason NORMAL = PodReason.say(Health.OK, "status.event.normal", null);
    private static final PodReason WARNING = PodReason.say(Health.WARNING, "status.event.warning", null);

    static EventRow of(ClusterId cluster, KubeObject object, Pool pool) {
        var about = new Workload(object.text("/involvedObject/kind", ""), object.text("/involvedObject/name", ""));
        return new EventRow(
                cluster,
                pool.one(object.text("/metadata/namespace", "")),
                object.name(),
                object.text("/metadata/uid", ""),
                object.text("/metadata/resourceVersion", ""),
                PodEvent.of(object),
                pool.one(about),
                pool.one(object.text("/reportingComponent", object.text("/source/component", ""))));
    }

    @Override
    public @Nullable Instant createdAt() {
        return event.at();
    }

    @Override
    public PodReason reason() {
        return event.warning() ? WARNING : NORMAL;
    }

    @Override
    public boolean isReady() {
        return !event.warning();
    }

    @Override
    public ObjectRef ref() {
        return ResourceKind.EVENT.named(namespace, name);
    }
}
