package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.jobs.Next;
import ai.hexabase.console.jobs.Work;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.RequestRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Carries rollouts out.
 *
 * <ol>
 *   <li>read where the rollout stands; over or waiting for a person: nothing to do
 *   <li>take the first step that is not done; note that it started
 *   <li>do its next piece ({@link Pieces}); a cluster that does not answer is no failure yet
 *   <li>write down what came of it ({@link Bookkeeping})
 *   <li>go on at once while there is something to do and time left, else say when
 * </ol>
 *
 * Whatever moment the console dies in, the next one starts again at 1 and repeats at most one piece.
 */
@Component
class RolloutWork implements Work {
    static final String NAME = "rollout";
    private static final Duration TIME_SLICE = Duration.ofSeconds(3);
    private static final int MOST_PIECES = 100;

    private final Targets targets;
    private final PlanStore plans;
    private final RolloutStore store;
    private final Looks looks;
    private final Bookkeeping books;
    private final RolloutPauses pauses;
    private final Clock clock;

    RolloutWork(
            Targets targets,
            PlanStore plans,
            RolloutStore store,
            Looks looks,
            Bookkeeping books,
            RolloutPauses pauses,
            Clock clock) {
        this.targets = targets;
        this.plans = plans;
        this.store = store;
        this.looks = looks;
        this.books = books;
        this.pauses = pauses;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> open() {
        return store.active();
    }

    @Override
    public Next piece(String id, BooleanSupplier stopping) {
        var end = now().plus(TIME_SLICE);
        Next next = new Next.Again(now());
        for (var pieces = 0; pieces < MOST_PIECES && due(next) && !stopping.getAsBoolean(); pieces++) {
            next = one(RolloutId.of(id));
            if (now().isAfter(end)) {
                break;
            }
        }
        return next;
    }

    private boolean due(Next next) {
        return next instanceof Next.Again(Instant at) && !at.isAfter(now());
    }

    private Instant now() {
        return Columns.now(clock);
    }

    private Next one(RolloutId id) {
        var rollout = store.find(id).orElseThrow(() -> new IllegalStateException("No rollout " + id));
        return switch (rollout.state()) {
            case RUNNING -> running(rollout);
            case PAUSING -> held(rollout);
            case CANCELLING -> books.cancelled(rollout, now());
            case PAUSED, FAILED, CANCELLED, DONE -> new Next.Finished();
        };
    }

    /** What follows is a pause and no gap between two looks. */
    private Next held(Rollout rollout) {
        looks.forget(rollout.id());
        return pauses.hold(rollout, now());
    }

    private Next running(Rollout rollout) {
        var current = rollout.current().orElseThrow(() -> new IllegalStateException("Running without a step"));
        if (current.state() == StepState.TODO) {
            books.started(rollout, current, now());
            return new Next.Again(now());
        }
        var step = looks.attended(rollout.id(), current, now());
        try {
            return books.record(rollout, step, advance(rollout, step), now());
        } catch (ConnectionFailed lost) {
            return books.unreachable(rollout, step, lost, now());
        }
    }

    private StepOutcome advance(Rollout rollout, Step step) {
        try {
            var plan = plans.find(rollout.plan()).orElseThrow();
            if (plan.removal() != null) {
                return removalPieces(rollout, plan, plan.removal(), step).next();
            }
            var target = targets.of(rollout.installation(), rollout.revision());
            if (!Plans.sameRendering(plan, target)) {
                return new StepOutcome.Failed(Problem.of("rollout-render-changed"));
            }
            return new Pieces(plan, target, targets.connection(rollout.cluster()), step, now()).next();
        } catch (ConnectionFailed lost) {
            throw lost;
        } catch (RequestRefused refused) {
            return Refusals.outcome(refused);
        } catch (ProblemException problem) {
            return new StepOutcome.Failed(problem.problem());
        }
    }

    private RemovalPieces removalPieces(Rollout rollout, Plan plan, Removal removal, Step step) {
        var target = targets.of(rollout.installation(), rollout.revision());
        return new RemovalPieces(plan, removal, target, targets.connection(rollout.cluster()), step);
    }
}
