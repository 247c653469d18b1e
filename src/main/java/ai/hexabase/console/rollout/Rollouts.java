package ai.hexabase.console.rollout;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.jobs.Jobs;
import ai.hexabase.console.manifest.Phase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The rollouts: approved plans being carried out, durably. */
@Service
public class Rollouts {
    private static final int MOST_LISTED = 100;
    private final Plans plans;
    private final RolloutStore store;
    private final StepStore steps;
    private final Bookkeeping books;
    private final RolloutNews news;
    private final Jobs jobs;
    private final ActingPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rollouts(
            Plans plans,
            RolloutStore store,
            StepStore steps,
            Bookkeeping books,
            RolloutNews news,
            Jobs jobs,
            ActingPerson person,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.store = store;
        this.steps = steps;
        this.books = books;
        this.news = news;
        this.jobs = jobs;
        this.person = person;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Starts carrying out the plan. Problems: {@code plan-blocked}, {@code plan-stale} (the first thing that changed),
     * {@code rollout-active} when this installation has one under way; a cluster that cannot be asked is
     * {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public RolloutId start(PlanId planId) {
        person.require(Role.OPERATOR);
        var plan = plans.get(planId);
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
            transaction.executeWithoutResult(status -> insert(id, plan));
        } catch (DuplicateKeyException active) {
            throw new ProblemException(Problem.of("rollout-active", plan.installationName()), active);
        }
        news.changed(id);
        return id;
    }

    private void insert(RolloutId id, Plan plan) {
        var todo = Arrays.stream(Phase.values())
                .map(phase -> Step.todo(phase, Pieces.entries(plan, phase).size()))
                .toList();
        store.insert(id, plan, todo, person.name(), now());
        store.event(id, now(), "start", Message.of("rollout.event.started", person.name(), plan.number()), null);
        jobs.wake(RolloutWork.NAME, id.toString());
    }

    /** Tries the failed step again. Problems: {@code rollout-not-failed}, {@code rollout-superseded}. */
    public void retry(RolloutId id) {
        person.require(Role.OPERATOR);
        transaction.executeWithoutResult(status -> {
            var state = store.lock(id);
            var rollout = get(id);
            if (!state.canBecome(RolloutState.RUNNING)) {
                throw new ProblemException(Problem.of("rollout-not-failed", rollout.number()));
            }
            if (!isNewest(rollout)) {
                throw new ProblemException(Problem.of("rollout-superseded", rollout.number()));
            }
            rollout.current().ifPresent(step -> steps.save(id, step.again(now())));
            store.become(id, RolloutState.RUNNING, null);
            store.event(id, now(), "retry", Message.of("rollout.event.retried", person.name()), null);
            jobs.wake(RolloutWork.NAME, id.toString());
        });
        news.changed(id);
    }

    /** Whether {@link #retry} would be let through. */
    public boolean canRetry(Rollout rollout) {
        return rollout.state().canBecome(RolloutState.RUNNING) && isNewest(rollout);
    }

    private boolean isNewest(Rollout rollout) {
        return store.list(rollout.installation(), 1).stream()
                .allMatch(newest -> newest.id().equals(rollout.id()));
    }

    /** Ends the rollout after the piece in hand; what was applied stays. Problem {@code rollout-over} when it is over. */
    public void cancel(RolloutId id) {
        person.require(Role.OPERATOR);
        transaction.executeWithoutResult(status -> {
            var state = store.lock(id);
            if (state.isOver()) {
                throw new ProblemException(Problem.of("rollout-over", get(id).number()));
            }
            if (state != RolloutState.CANCELLING) {
                cancel(id, state);
            }
        });
        news.changed(id);
    }

    private void cancel(RolloutId id, RolloutState state) {
        store.cancelledBy(id, person.name());
        store.event(id, now(), "cancel", Message.of("rollout.event.cancel", person.name()), null);
        if (state.canBecome(RolloutState.CANCELLED)) {
            books.end(get(id), now());
        } else {
            store.become(id, RolloutState.CANCELLING, null);
            jobs.wake(RolloutWork.NAME, id.toString());
        }
    }

    public Optional<Rollout> find(RolloutId id) {
        return store.find(id);
    }

    /** The rollout; an unknown one is problem {@code rollout-unknown}. */
    public Rollout get(RolloutId id) {
        return find(id).orElseThrow(() -> new ProblemException(Problem.of("rollout-unknown")));
    }

    /** The newest first. */
    public List<Rollout> list() {
        return list(0, MOST_LISTED);
    }

    /** A part of all rollouts, the newest first. */
    public List<Rollout> list(int offset, int most) {
        return store.list(offset, most);
    }

    /** How many there are. */
    public int count() {
        return store.count();
    }

    /** Those that run or wait for somebody, the newest first. */
    public List<Rollout> unfinished() {
        return store
                .list(EnumSet.of(RolloutState.RUNNING, RolloutState.CANCELLING, RolloutState.FAILED), MOST_LISTED)
                .stream()
                .filter(rollout -> rollout.state().isActive() || isNewest(rollout))
                .toList();
    }

    /** The newest of this installation. */
    public Optional<Rollout> latest(InstallationId installation) {
        return store.list(installation, 1).stream().findFirst();
    }

    /** How long this step took in the last finished rollout before this one of the same installation and cluster. */
    public Optional<Duration> lastTook(Rollout rollout, Phase phase) {
        return store.lastTook(rollout, phase);
    }

    /** What happened after the event with that id, oldest first; at most the newest {@code most}. */
    public List<RolloutEvent> events(RolloutId id, long after, int most) {
        return store.events(id, after, most);
    }

    /** Calls the listener after each change of this rollout until closed; from any thread, must not block. */
    public Subscription subscribe(RolloutId id, Runnable listener) {
        return news.subscribe(id, listener);
    }

    /** Calls the listener after each change of any rollout until closed; from any thread, must not block. */
    public Subscription subscribe(Runnable listener) {
        return news.subscribe(listener);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
