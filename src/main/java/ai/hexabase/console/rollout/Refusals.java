package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.RequestRefused;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells refusals that pass by themselves from those somebody has to do something about. */
final class Refusals {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private static final Pattern PERMISSION = Pattern.compile("User \"[^\"]*\" cannot ");

    private Refusals() {}

    static StepOutcome outcome(ObjectRef ref, Refusal refusal, @Nullable String words) {
        var problem = problem(ref, refusal).saying(words);
        if (lacksPermission(refusal)) {
            return permission(Message.of("rollout.wait.forbidden", ref), problem);
        }
        if (!passes(refusal)) {
            return new StepOutcome.Failed(problem);
        }
        return new StepOutcome.Wait(Message.of("rollout.wait.refused", ref))
                .because(new Trouble(problem, Waiting.OVERLOADED));
    }

    /** A look at the cluster that the server refused. */
    static StepOutcome outcome(RequestRefused refused) {
        return lacksPermission(refused.refusal())
                ? permission(Message.of("rollout.wait.denied"), refused.problem())
                : new StepOutcome.Failed(refused.problem());
    }

    /** Permissions that were there when the plan was made can be given back. */
    private static StepOutcome permission(Message why, Problem problem) {
        return new StepOutcome.Wait(why).because(new Trouble(problem, Waiting.UNTRUSTED));
    }

    /** Told apart from quotas and policies, which say 403 as well, by the words of Kubernetes' authorizer. */
    private static boolean lacksPermission(Refusal refusal) {
        return refusal.code() == 403 && PERMISSION.matcher(refusal.message()).find();
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
