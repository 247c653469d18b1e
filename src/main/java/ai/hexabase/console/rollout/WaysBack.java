package ai.hexabase.console.rollout;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The ways back: whether undoing a plan gives back exactly what was there, asked of the cluster itself. */
@Service
public class WaysBack {
    private final Plans plans;
    private final RolloutHistory history;
    private final Targets targets;
    private final Clock clock;

    WaysBack(Plans plans, RolloutHistory history, Targets targets, Clock clock) {
        this.plans = plans;
        this.history = history;
        this.targets = targets;
        this.clock = clock;
    }

    /** The revision that was rolled out before this plan; empty when there was none. */
    public Optional<Integer> revisionBefore(Plan plan) {
        return history.doneBefore(plan.installation(), plan.cluster(), plan.id());
    }

    /** The revision that was rolled out before this rollout; empty when there was none. */
    public Optional<Integer> revisionBefore(Rollout rollout) {
        return rollout.removal()
                ? Optional.empty()
                : history.doneBefore(rollout.installation(), rollout.cluster(), rollout.plan());
    }

    /**
     * Compares by dry runs, for some seconds; stores nothing on the cluster. Empty when nothing was rolled out before
     * the plan. A cluster that cannot be reached is {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public Optional<WayBack> check(PlanId id) {
        var plan = plans.get(id);
        return revisionBefore(plan).map(revision -> check(plan, revision));
    }

    private WayBack check(Plan plan, int revision) {
        var target = targets.of(plan.installation(), revision);
        var back = new Planner(targets.connection(target.cluster()), target).compare(revision);
        var rules = new WayBackRules(plan, back.entries(), target.decided());
        return new WayBack(revision, clock.instant(), rules.objects(), rules.differences(), rules.lasting());
    }
}
