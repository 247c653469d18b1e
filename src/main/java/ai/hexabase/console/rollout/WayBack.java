package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ObjectRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What going back to the revision before a plan would give, by a dry run against the live cluster: no difference is the
 * proof that the objects would be exactly those that were there before the plan.
 *
 * @param revision where it goes back to
 * @param objects how many were compared
 * @param differences objects that would not be as they were
 * @param lasting what no way back undoes
 */
public record WayBack(
        int revision, Instant checkedAt, int objects, List<Difference> differences, List<Lasting> lasting) {
    public WayBack {
        differences = List.copyOf(differences);
        lasting = List.copyOf(lasting);
    }

    /** Whether the objects would be exactly those that were there. */
    public boolean isExact() {
        return differences.isEmpty();
    }

    /**
     * An object that would not be as it was.
     *
     * @param before as it was, YAML; empty when it did not exist
     * @param after as it would be, YAML; empty when it would not exist
     * @param contested another manager owns fields of it now, so somebody must decide
     * @param problem why the server would refuse it, null when it would not
     */
    public record Difference(
            ObjectRef ref,
            String before,
            String after,
            boolean contested,
            @Nullable Problem problem) {}

    /** Something that stays as the plan has made it, or is made anew. */
    public record Lasting(ObjectRef ref, Kind kind) {}

    /** Why something cannot be undone. */
    public enum Kind {
        /** What a Job did to the database stays. */
        JOB_DONE,
        /** A Job runs once more. */
        JOB_AGAIN,
        /** What it held is deleted with it; it comes back empty. */
        DATA_LOST,
        /** It comes back with another address. */
        NEW_ADDRESS
    }
}
