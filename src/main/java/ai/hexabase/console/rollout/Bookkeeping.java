package ai.hexabase.console.rollout;

import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.jobs.Next;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.rollout.StepOutcome.Advanced;
import ai.hexabase.console.rollout.StepOutcome.Done;
import ai.hexabase.console.rollout.StepOutcome.Failed;
import ai.hexabase.console.rollout.StepOutcome.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what a piece came to, all in one transaction, and says when the next piece is due. */
@Component
class Bookkeeping {
    private final RolloutStore store;
    private final StepStore steps;
    private final RolloutNews news;
    private final TransactionTemplate transaction;
    private final Acts acts;

    Bookkeeping(RolloutStore store, StepStore steps, RolloutNews news, TransactionTemplate transaction, Acts acts) {
        this.store = store;
        this.steps = steps;
        this.news = news;
        this.transaction = transaction;
        this.acts = acts;
    }

    Next record(Rollout rollout, Step step, StepOutcome outcome, Instant now) {
        var next = transaction.execute(status -> {
            var state = store.lock(rollout.id());
            return written(new Page(rollout, state, now), step, outcome);
        });
        news.changed(rollout.id());
        return Objects.requireNonNull(next);
    }

    /** Where and when something is written. */
    private record Page(Rollout rollout, RolloutState state, Instant now) {}

    private Next written(Page page, Step loaded, StepOutcome outcome) {
        var step = loaded.reachable(page.now());
        if (loaded.unreachableSince() != null) {
            event(page, "back", Message.of("rollout.event.back", page.rollout().clusterName()), null);
        }
        return switch (outcome) {
            case Advanced advanced -> {
                steps.save(page.rollout().id(), step.advanced());
                event(page, advanced.kind(), advanced.event(), advanced.words());
                yield new Next.Again(page.now());
            }
            case Done done -> done(page, step, done);
            case Wait wait -> waiting(page, step, wait);
            case Failed failed -> failed(page, step, failed.problem());
        };
    }

    private Next done(Page page, Step step, Done done) {
        steps.save(page.rollout().id(), step.done(done.words(), page.now()));
        event(page, "done", Message.of("rollout.event.step-done." + StepWords.key(step.phase()), step.number()), null);
        var last = page.rollout().steps().getLast().phase() == step.phase();
        if (last && page.state().canBecome(RolloutState.DONE)) {
            store.become(page.rollout().id(), RolloutState.DONE, page.now());
            event(page, "done", over(page.rollout()), null);
            acts.record(Actor.SYSTEM, RolloutActs.about("rollout.end", page.rollout()));
            return new Next.Finished();
        }
        return new Next.Again(page.now());
    }

    private static Message over(Rollout rollout) {
        return rollout.removal()
                ? Message.of("rollout.removal.event.done", rollout.installationName(), rollout.clusterName())
                : Message.of("rollout.event.done", rollout.revision());
    }

    private Next waiting(Page page, Step step, Wait wait) {
        var now = page.now();
        var deadline = step.deadline() == null ? now.plus(wait.limit()) : step.deadline();
        var trouble = wait.trouble();
        var same = trouble != null && trouble.id().equals(step.trouble()) && step.troubleSince() != null;
        var seen = trouble == null ? now : trouble.seenAt(now);
        var since = same ? step.troubleSince() : seen;
        var id = trouble == null ? null : trouble.id();
        var waiting = step.waiting(wait.why(), wait.theirWords(), deadline, id, trouble == null ? null : since);
        if (trouble != null && since != null && !seen.isBefore(since.plus(trouble.patience(step.attempt())))) {
            return failed(page, waiting, trouble.problem());
        }
        if (!now.isBefore(deadline)) {
            return failed(page, waiting, tooLate(waiting, wait));
        }
        steps.save(page.rollout().id(), waiting);
        if (!wait.why().equals(step.words()) || (trouble != null && !same)) {
            event(page, "wait", wait.why(), wait.theirWords());
        }
        return new Next.Again(now.plus(pause(step, wait, now)));
    }

    /** What takes a moment is looked at again after a moment, even if the clock was set back meanwhile. */
    private static Duration pause(Step step, Wait wait, Instant now) {
        var waited = step.startedAt() == null
                ? 0
                : Duration.between(step.startedAt(), now).toMillis();
        var soon = Waiting.SOON.plusMillis(Math.max(0, waited) / 4);
        return soon.compareTo(wait.pause()) < 0 ? soon : wait.pause();
    }

    private static Problem tooLate(Step step, Wait wait) {
        var trouble = wait.trouble();
        if (trouble != null) {
            return trouble.problem();
        }
        return Problem.of("rollout-deadline", wait.limit().toSeconds(), step.number())
                .saying(wait.theirWords());
    }

    private Next failed(Page page, Step step, Problem problem) {
        steps.save(page.rollout().id(), step.failed(problem, page.now()));
        event(page, "failed", problem.what(), problem.words());
        if (page.state().canBecome(RolloutState.FAILED)) {
            store.become(page.rollout().id(), RolloutState.FAILED, page.now());
            acts.record(
                    Actor.SYSTEM,
                    RolloutActs.about("rollout.end", page.rollout()).failed(problem));
            return new Next.Finished();
        }
        return new Next.Again(page.now());
    }

    /** The cluster did not answer: that is no failure of the step until it has lasted too long. */
    Next unreachable(Rollout rollout, Step step, ConnectionFailed why, Instant now) {
        var since = step.unreachableSince() == null ? now : step.unreachableSince();
        var loss = Loss.of(why.kind());
        var lost = loss.wait(rollout.clusterName());
        var next = transaction.execute(status -> {
            var page = new Page(rollout, store.lock(rollout.id()), now);
            if (!now.isBefore(since.plus(loss.patience()))) {
                var minutes = Duration.between(since, now).toMinutes();
                var problem = loss.lasting(rollout.clusterName(), minutes);
                return failed(page, step, problem.saying(why.problem().words()));
            }
            steps.save(rollout.id(), step.unreachable(lost, why.problem().words(), since));
            if (step.unreachableSince() == null) {
                event(page, "lost", lost, why.problem().words());
            }
            return new Next.Again(now.plus(why.pauseOfAtLeast(Waiting.RECONNECT)));
        });
        news.changed(rollout.id());
        return Objects.requireNonNull(next);
    }

    void started(Rollout rollout, Step step, Instant now) {
        transaction.executeWithoutResult(status -> {
            steps.save(rollout.id(), step.started(now));
            store.event(
                    rollout.id(),
                    now,
                    "step",
                    Message.of("rollout.event.step." + StepWords.key(step.phase()), step.number()),
                    null);
        });
        news.changed(rollout.id());
    }

    Next cancelled(Rollout rollout, Instant now) {
        transaction.executeWithoutResult(status -> {
            store.lock(rollout.id());
            end(rollout, now);
        });
        news.changed(rollout.id());
        return new Next.Finished();
    }

    /** Ends a cancelled rollout within the caller's transaction; what was applied stays. */
    void end(Rollout rollout, Instant now) {
        rollout.current().ifPresent(step -> steps.save(rollout.id(), step.stopped(now)));
        store.unpaused(rollout, now);
        store.become(rollout.id(), RolloutState.CANCELLED, now);
        var stays = rollout.steps().stream().mapToInt(Step::applied).sum();
        store.event(rollout.id(), now, "cancelled", Message.of("rollout.event.cancelled", stays), null);
    }

    private void event(Page page, String kind, Message message, @Nullable String words) {
        store.event(page.rollout().id(), page.now(), kind, message, words);
    }
}
