package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.manifest.RenderedObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry of a plan in the making.
 *
 * @param live the object as it stands in the cluster, null when it does not
 * @param wouldBe as the cluster would have it then
 */
record EntryDraft(RenderedObject rendered, @Nullable KubeObject live, KubeObject wouldBe) {
    static PlanEntry deletion(KubeObject live) {
        return deletion(live, Deletions.phase(live.kind()));
    }

    static PlanEntry deletion(KubeObject live, Phase phase) {
        var before = Cleaned.tree(live);
        Cleaned.mask(before, null);
        return new PlanEntry(
                phase, Action.DELETE, live.ref(), Cleaned.yaml(before), "", false, List.of(), List.of(), null);
    }

    PlanEntry entry(List<String> warnings, List<FieldConflict> conflicts) {
        return make(warnings, conflicts, null, false);
    }

    PlanEntry refused(Problem problem, List<String> warnings) {
        return make(warnings, List.of(), problem, false);
    }

    PlanEntry standIn(List<String> warnings) {
        return make(warnings, List.of(), null, true);
    }

    /** The object is made anew, so it is shown as a new one. */
    PlanEntry replaced(Replacement replacement, List<String> warnings) {
        var made = new EntryDraft(rendered, null, wouldBe).make(warnings, List.of(), null, false);
        var before = Cleaned.tree(Objects.requireNonNull(live));
        Cleaned.mask(before, null);
        return new PlanEntry(
                made.phase(),
                Action.REPLACE,
                made.ref(),
                Cleaned.yaml(before),
                made.after(),
                false,
                warnings,
                List.of(),
                null,
                replacement);
    }

    private PlanEntry make(
            List<String> warnings, List<FieldConflict> conflicts, @Nullable Problem problem, boolean standIn) {
        var before = live == null ? null : Cleaned.tree(live);
        var after = live == null ? Cleaned.treeOfNew(wouldBe) : Cleaned.tree(wouldBe);
        var action = before == null ? Action.CREATE : before.equals(after) ? Action.UNCHANGED : Action.CHANGE;
        JsonNode original = before == null ? null : before.deepCopy();
        Cleaned.mask(after, original);
        if (before != null) {
            Cleaned.mask(before, null);
        }
        return new PlanEntry(
                rendered.phase(),
                action,
                rendered.object().ref(),
                before == null ? "" : Cleaned.yaml(before),
                Cleaned.yaml(after),
                standIn,
                warnings,
                conflicts,
                problem);
    }
}
