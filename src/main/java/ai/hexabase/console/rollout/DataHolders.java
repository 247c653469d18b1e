package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.ResourceKind;
import java.util.Set;

/** Kinds that hold something nobody can make again from the settings. */
public final class DataHolders {
    private static final Set<ResourceKind> KINDS = Set.of(
            ResourceKind.NAMESPACE,
            ResourceKind.PERSISTENT_VOLUME_CLAIM,
            ResourceKind.SECRET,
            ResourceKind.STATEFUL_SET,
            ResourceKind.DATABASE_CLUSTER);

    private DataHolders() {}

    /** Whether carrying the entry out loses data. */
    public static boolean isLost(PlanEntry entry) {
        var replacement = entry.replacement();
        return replacement == null ? entry.action() == Action.DELETE && isOne(entry) : replacement.losesData();
    }

    /** Whether deleting the object loses data. */
    public static boolean isOne(PlanEntry entry) {
        return KINDS.contains(entry.ref().kind());
    }
}
