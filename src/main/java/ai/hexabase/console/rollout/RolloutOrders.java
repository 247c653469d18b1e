package ai.hexabase.console.rollout;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.jobs.Jobs;
import ai.hexabase.console.manifest.Phase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the orders of operators, to start, to try again and to cancel, and hands the work to the jobs. */
@Component
class RolloutOrders {
    private final Plans plans;
    private final RolloutStore store;
    private final StepStore steps;
    private final Bookkeeping books;
    private final RolloutNews news;
    private final Jobs jobs;
    private final ActingPerson person;
    private final TransactionTemplate transaction;
    private final Acts acts;
    private final Clock clock;

    RolloutOrders(
            Plans plans,
            RolloutStore store,
            StepStore steps,
            Bookkeeping books,
            RolloutNews news,
            Jobs jobs,
            ActingPerson person,
            TransactionTemplate transaction,
            Acts acts,
            Clock clock) {
        this.plans = plans;
        this.store = store;
        this.steps = steps;
        this.books = books;
        this.news = news;
        this.jobs = jobs;
        this.person = person;
        this.transaction = transaction;
        this.acts = acts;
        this.clock = clock;
    }

    RolloutId start(PlanId planId) {
        var intent = RolloutActs.start(plans.get(planId));
        return acts.attempt(intent, () -> started(planId, intent));
    }

    private RolloutId started(PlanId planId, Act intent) {
        var plan = plans.get(planId);
        person.require(Role.OPERATOR, plan.installation());
        if (plan.removal() != null) {
            person.requireRecent(Dangerous.REMOVE_INSTALLATION);
        }
        if (!plan.blockers().isEmpty()) {
            throw new ProblemException(
                    Problem.of("plan-blocked", plan.number(), plan.blockers().size()));
        }
        var changes = plans.staleBecause(planId);
        if (!changes.isEmpty()) {
            throw new ProblemException(Problem.of("plan-stale", plan.number(), changes.size()));
        }
        var id = RolloutId.random();
        try {
            transaction.executeWithoutResult(status -> {
                insert(id, plan);
                acts.record(intent.with("rollout", id));
            });
        } catch (DuplicateKeyException active) {
            throw new ProblemException(Problem.of("rollout-active", plan.installationName()), active);
        }
        news.changed(id);
        return id;
    }

    private void insert(RolloutId id, Plan plan) {
        var started = plan.removal() == null ? "rollout.event.started" : "rollout.removal.event.started";
        store.insert(id, plan, steps(plan), person.name(), now());
        store.event(id, now(), "start", Message.of(started, person.name(), plan.number()), null);
        jobs.wake(RolloutWork.NAME, id.toString());
    }

    private static List<Step> steps(Plan plan) {
        var phases = plan.removal() == null ? List.of(Phase.values()) : RemovalOrder.STEPS;
        return phases.stream()
                .map(phase -> Step.todo(
                        phase,
                        phases.indexOf(phase) + 1,
                        Pieces.entries(plan, phase).size()))
                .toList();
    }

    void retry(RolloutId id) {
        var act = RolloutActs.about("rollout.retry", store.get(id));
        acts.attempt(act, () -> retried(id, act));
    }

    private void retried(RolloutId id, Act act) {
        person.require(Role.OPERATOR, store.get(id).installation());
        transaction.executeWithoutResult(status -> {
            var state = store.lock(id);
            var rollout = store.get(id);
            if (state != RolloutState.FAILED) {
                throw new ProblemException(Problem.of("rollout-not-failed", rollout.number()));
            }
            if (!store.isNewest(rollout)) {
                throw new ProblemException(Problem.of("rollout-superseded", rollout.number()));
            }
            rollout.current().ifPresent(step -> steps.save(id, step.again(now())));
            store.become(id, RolloutState.RUNNING, null);
            store.event(id, now(), "retry", Message.of("rollout.event.retried", person.name()), null);
            acts.record(act);
            jobs.wake(RolloutWork.NAME, id.toString());
        });
        news.changed(id);
    }

    void cancel(RolloutId id) {
        var act = RolloutActs.about("rollout.cancel", store.get(id));
        acts.attempt(act, () -> cancelled(id, act));
    }

    private void cancelled(RolloutId id, Act act) {
        person.require(Role.OPERATOR, store.get(id).installation());
        transaction.executeWithoutResult(status -> {
            var state = store.lock(id);
            if (state.isOver()) {
                throw new ProblemException(
                        Problem.of("rollout-over", store.get(id).number()));
            }
            if (state != RolloutState.CANCELLING) {
                cancel(id, state);
                acts.record(act);
            }
        });
        news.changed(id);
    }

    private void cancel(RolloutId id, RolloutState state) {
        store.cancelledBy(id, person.name());
        store.event(id, now(), "cancel", Message.of("rollout.event.cancel", person.name()), null);
        if (state.canBecome(RolloutState.CANCELLED)) {
            books.end(store.get(id), now());
        } else {
            store.become(id, RolloutState.CANCELLING, null);
            jobs.wake(RolloutWork.NAME, id.toString());
        }
    }

    private Instant now() {
        return Columns.now(clock);
    }
}
