package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells refusals that pass by themselves from those somebody has to do something about. */
final class Refusals {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private Refusals() {}

    static StepOutcome outcome(ObjectRef ref, Refusal refusal, @Nullable String words) {
        var problem = problem(ref, refusal).saying(words);
        if (!passes(refusal)) {
            return new StepOutcome.Failed(problem);
        }
        return new StepOutcome.Wait(Message.of("rollout.wait.refused", ref))
                .because(new Trouble(problem, Waiting.OVERLOADED));
    }

    private static Problem problem(ObjectRef ref, Refusal refusal) {
        return refusal.code() == 403 ? Problem.of("rollout-forbidden", ref) : Problem.of("rollout-refused", ref);
    }

    private static boolean passes(Refusal refusal) {
        return PASSING.contains(refusal.code())
                || (refusal.code() == 409 && !refusal.reason().equals("Invalid"))
                || refusal.message().contains("because it is being terminated");
    }
}
