package ai.hexabase.console.status;

import java.util.function.Function;

/** What can be followed, and how what is watched for it becomes rows. */
public final class LiveKind<R extends LiveRow> {
    public static final LiveKind<PodRow> PODS = new LiveKind<>(PodTable::new);
    /** Deployments, StatefulSets, DaemonSets and Jobs. */
    public static final LiveKind<WorkloadRow> WORKLOADS = new LiveKind<>(WorkloadTable::new);
    /** The newest {@value EventTable#MOST} of a cluster. */
    public static final LiveKind<EventRow> EVENTS = new LiveKind<>(EventTable::new);

    public static final LiveKind<NodeRow> NODES = new LiveKind<>(NodeTable::new);
    /** Claims with the volumes they have, and volumes that nobody claims. */
    public static final LiveKind<VolumeRow> VOLUMES = new LiveKind<>(VolumeTable::new);

    private final Function<LiveScope, LiveTable<R>> table;

    private LiveKind(Function<LiveScope, LiveTable<R>> table) {
        this.table = table;
    }

    LiveTable<R> table(LiveScope scope) {
        return table.apply(scope);
    }
}
