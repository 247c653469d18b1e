package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.manifest.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does to one object.
 *
 * @param phase the step that does it
 * @param before the object as it is, as YAML without what the server keeps for itself; empty when it does not exist
 * @param after the object as it would be; empty when it is deleted
 * @param standIn its namespace does not exist yet, so the server judged it in another one
 * @param warnings the API server's own words
 * @param conflicts fields that another manager owns
 * @param problem why it cannot be done, null when it can
 * @param replacement how it makes room for its successor; only for {@link Action#REPLACE}
 */
public record PlanEntry(
        Phase phase,
        Action action,
        ObjectRef ref,
        String before,
        String after,
        boolean standIn,
        List<String> warnings,
        List<FieldConflict> conflicts,
        @Nullable Problem problem,
        @Nullable Replacement replacement) {
    /** Code of the problem that the credentials may not apply the object, so nothing is known of its fields. */
    public static final String FORBIDDEN = "plan-forbidden";

    public PlanEntry {
        warnings = List.copyOf(warnings);
        conflicts = List.copyOf(conflicts);
    }

    /** Of an object that makes no room for a successor. */
    public PlanEntry(
            Phase phase,
            Action action,
            ObjectRef ref,
            String before,
            String after,
            boolean standIn,
            List<String> warnings,
            List<FieldConflict> conflicts,
            @Nullable Problem problem) {
        this(phase, action, ref, before, after, standIn, warnings, conflicts, problem, null);
    }

    /** What other managers claim of the object, each once. */
    public List<FieldClaim> claims() {
        return conflicts.stream().map(this::claim).distinct().toList();
    }

    FieldClaim claim(FieldConflict conflict) {
        return new FieldClaim(ref, conflict.field(), conflict.manager());
    }

    /** Names the object within the plan. */
    public String key() {
        return key(ref);
    }

    static String key(ObjectRef ref) {
        return ref.kind().apiVersion() + " " + ref;
    }
}
