package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Advice;
import ai.hexabase.console.installation.AdviceKind;
import ai.hexabase.console.installation.Advices;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.rollout.Adoption;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.PlanId;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.rollout.WaysBack;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the review asks of installations, plans and rollouts. */
@Component
class ReviewModel {
    private final Installations installations;
    private final Advices advices;
    private final Plans plans;
    private final Planning planning;
    private final Rollouts rollouts;
    private final WaysBack ways;
    private final Clock clock;

    ReviewModel(
            Installations installations,
            Advices advices,
            Plans plans,
            Planning planning,
            Rollouts rollouts,
            WaysBack ways,
            Clock clock) {
        this.installations = installations;
        this.advices = advices;
        this.plans = plans;
        this.planning = planning;
        this.rollouts = rollouts;
        this.ways = ways;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Installation> installation(InstallationId id) {
        return installations.find(id);
    }

    /** The newest plan, if it is one of the newest revision. */
    Optional<Plan> latest(Installation installation) {
        return plans.latest(installation.id()).filter(plan -> plan.revision() == installation.latestRevision());
    }

    Optional<Rollout> rollout(InstallationId installation) {
        return rollouts.latest(installation);
    }

    /** How long things took in the last finished rollout on the same cluster. */
    Optional<LastTime> lastTime(Plan plan) {
        return rollouts.lastDone(plan.installation(), plan.cluster())
                .flatMap(rollout -> plans.find(rollout.plan()).map(carriedOut -> new LastTime(rollout, carriedOut)));
    }

    Planning.State planning(InstallationId installation) {
        return planning.state(installation);
    }

    void plan(InstallationId installation) {
        planning.start(installation);
    }

    /** Tells of every change around the plans of this installation. */
    AutoCloseable subscribe(InstallationId installation, Runnable listener) {
        return planning.subscribe(installation, listener);
    }

    /** Tells when there may be a new revision. */
    AutoCloseable subscribeToRevisions(Runnable listener) {
        return installations.subscribe(listener);
    }

    /** The newest revision, when it is newer than the plan's. */
    Optional<Revision> newerThan(Plan plan) {
        return installation(plan.installation())
                .map(Installation::latestRevision)
                .filter(newest -> newest > plan.revision())
                .flatMap(newest -> installations.findRevision(plan.installation(), newest));
    }

    /** Tells of every change of rollouts: one under way keeps the plan from being started. */
    AutoCloseable subscribeToRollouts(Runnable listener) {
        return rollouts.subscribe(listener);
    }

    Staleness staleness(PlanId plan) {
        var reasons = plans.staleBecause(plan);
        return reasons.isEmpty() ? new Staleness.Holds(clock.instant()) : new Staleness.Stale(reasons);
    }

    Plan decide(Plan plan, FieldClaim claim, Decision decision) {
        var decided = plans.decide(plan.id(), claim, decision);
        planning.tell(plan.installation());
        return decided;
    }

    Plan agree(Plan plan, PlanEntry entry, boolean agreed) {
        var answered = plans.agree(plan.id(), entry, agreed);
        planning.tell(plan.installation());
        return answered;
    }

    /** Whether it is being or was carried out, so that nothing can be decided about it any more. */
    boolean isStarted(Plan plan) {
        return rollout(plan.installation())
                .filter(rollout -> rollout.plan().equals(plan.id()))
                .isPresent();
    }

    Plan adopt(Plan plan, PlanEntry entry, Adoption.Answer answer) {
        var answered = plans.adopt(plan.id(), entry.ref(), answer);
        planning.tell(plan.installation());
        return answered;
    }

    RolloutId start(PlanId plan) {
        return rollouts.start(plan);
    }

    /** The revision that was rolled out before this plan; empty when there was none. */
    Optional<Integer> revisionBefore(Plan plan) {
        return ways.revisionBefore(plan);
    }

    WayBackDialog wayBack(Plan plan, int revision) {
        return new WayBackDialog(ways, plan.installation(), plan.id(), revision);
    }

    /** Risks that the plan's settings hold. */
    List<Advice> advice(Plan plan) {
        return advices.about(
                installations.revision(plan.installation(), plan.revision()).settings());
    }

    /** Makes a revision that takes the risk away. */
    Revision takeAdvice(Plan plan, AdviceKind kind, String comment) {
        return advices.take(plan.installation(), plan.revision(), kind, comment);
    }

    /** Begins a change of the settings. */
    Draft draftChange(Plan plan) {
        return installations.draftChange(plan.installation());
    }
}
