package ai.hexabase.console.rollout;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.jobs.Jobs;
import ai.hexabase.console.jobs.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pauses rollouts and lets them go on; while one is paused nothing is applied and no time runs. */
@Component
class RolloutPauses {
    private final RolloutStore store;
    private final StepStore steps;
    private final RolloutNews news;
    private final Jobs jobs;
    private final ActingPerson person;
    private final TransactionTemplate transaction;
    private final Acts acts;
    private final Clock clock;

    RolloutPauses(
            RolloutStore store,
            StepStore steps,
            RolloutNews news,
            Jobs jobs,
            ActingPerson person,
            TransactionTemplate transaction,
            Acts acts,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.news = news;
        this.jobs = jobs;
        this.person = person;
        this.transaction = transaction;
        this.acts = acts;
        this.clock = clock;
    }

    void pause(RolloutId id) {
        var act = RolloutActs.about("rollout.pause", store.get(id));
        acts.attempt(act, () -> paused(id, act));
    }

    private void paused(RolloutId id, Act act) {
        person.require(Role.OPERATOR, store.get(id).installation());
        transaction.executeWithoutResult(status -> {
            var state = store.lock(id);
            if (state.isPausedOrPausing()) {
                return;
            }
            if (!state.canBecome(RolloutState.PAUSING)) {
                throw refused("rollout-not-running", id);
            }
            store.pausing(id, person.name());
            event(id, "pause", Message.of("rollout.event.pause", person.name()));
            acts.record(act);
            jobs.wake(RolloutWork.NAME, id.toString());
        });
        news.changed(id);
    }

    void resume(RolloutId id) {
        var act = RolloutActs.about("rollout.resume", store.get(id));
        acts.attempt(act, () -> resumed(id, act));
    }

    private void resumed(RolloutId id, Act act) {
        person.require(Role.OPERATOR, store.get(id).installation());
        transaction.executeWithoutResult(status -> {
            var state = store.lock(id);
            if (state == RolloutState.RUNNING) {
                return;
            }
            if (!state.isPausedOrPausing()) {
                throw refused("rollout-not-paused", id);
            }
            resume(store.get(id), Columns.now(clock));
            event(id, "resume", Message.of("rollout.event.resume", person.name()));
            acts.record(act);
            jobs.wake(RolloutWork.NAME, id.toString());
        });
        news.changed(id);
    }

    /** The time of the pause is taken out of everything that is measured. */
    private void resume(Rollout rollout, Instant now) {
        var since = rollout.pausedAt();
        if (since != null) {
            var pause = Duration.between(since, now);
            rollout.current()
                    .filter(step -> step.state() == StepState.RUNNING)
                    .ifPresent(step -> steps.save(rollout.id(), step.resumed(pause)));
        }
        store.unpaused(rollout, now);
        store.become(rollout.id(), RolloutState.RUNNING, null);
    }

    /** Stands still from now on, if nobody wanted something else meanwhile. */
    Next hold(Rollout rollout, Instant now) {
        var held = transaction.execute(status -> {
            if (store.lock(rollout.id()) != RolloutState.PAUSING) {
                return false;
            }
            rollout.current()
                    .filter(step -> step.state() == StepState.RUNNING)
                    .ifPresent(step -> steps.save(rollout.id(), step.held(now)));
            store.paused(rollout.id(), now);
            event(rollout.id(), "paused", Message.of("rollout.event.paused"));
            return true;
        });
        news.changed(rollout.id());
        return Objects.requireNonNull(held) ? new Next.Finished() : new Next.Again(now);
    }

    private ProblemException refused(String code, RolloutId id) {
        return new ProblemException(Problem.of(code, store.get(id).number()));
    }

    private void event(RolloutId id, String kind, Message message) {
        store.event(id, Columns.now(clock), kind, message, null);
    }
}
