package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.manifest.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a rollout as it stands.
 *
 * @param number as people count, from 1
 * @param objects how many objects it applies or deletes
 * @param applied how many of them it has dealt with
 * @param attempt 1, and one more with each retry
 * @param words what it does or did, in a sentence
 * @param theirWords the cluster's own words to that
 * @param problem why it failed
 * @param deadline when waiting ends in failure
 * @param trouble code of what goes wrong right now, and may pass
 * @param paused how long it stood still because the rollout was paused
 * @param unreachableSince when the cluster stopped answering
 */
public record Step(
        Phase phase,
        int number,
        StepState state,
        int objects,
        int applied,
        int attempt,
        @Nullable Message words,
        @Nullable String theirWords,
        @Nullable Problem problem,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant deadline,
        @Nullable String trouble,
        @Nullable Instant troubleSince,
        @Nullable Instant unreachableSince,
        Duration paused) {
    /** A step of an installation. */
    static Step todo(Phase phase, int objects) {
        return todo(phase, phase.ordinal() + 1, objects);
    }

    static Step todo(Phase phase, int number, int objects) {
        return new Step(
                phase,
                number,
                StepState.TODO,
                objects,
                0,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Duration.ZERO);
    }

    Step started(Instant now) {
        return begun(applied, attempt, now);
    }

    /** Once more from its beginning. */
    Step again(Instant now) {
        return begun(0, attempt + 1, now);
    }

    /** One more object dealt with; what comes next may wait its full time. */
    Step advanced() {
        return going(applied + 1, words, null, null, null, null, null);
    }

    Step waiting(
            Message why,
            @Nullable String their,
            Instant until,
            @Nullable String newTrouble,
            @Nullable Instant newTroubleSince) {
        return going(applied, why, their, until, newTrouble, newTroubleSince, null);
    }

    Step unreachable(Message why, @Nullable String their, Instant since) {
        return going(applied, why, their, deadline, trouble, troubleSince, since);
    }

    /** The cluster answers again: the time it was away does not count. */
    Step reachable(Instant now) {
        if (unreachableSince == null) {
            return this;
        }
        var away = Duration.between(unreachableSince, now);
        return going(applied, words, null, later(deadline, away), trouble, later(troubleSince, away), null);
    }

    /** The rollout stands still: whether the cluster answers is not asked meanwhile. */
    Step held(Instant now) {
        var here = reachable(now);
        return unreachableSince == null
                ? here
                : here.going(applied, null, null, here.deadline, trouble, here.troubleSince, null);
    }

    /** The rollout goes on: the pause does not count. */
    Step resumed(Duration pause) {
        return new Step(
                phase,
                number,
                state,
                objects,
                applied,
                attempt,
                words,
                theirWords,
                problem,
                startedAt,
                endedAt,
                later(deadline, pause),
                trouble,
                later(troubleSince, pause),
                unreachableSince,
                paused.plus(pause));
    }

    /** How long it was at work; empty while it is, or when it never was. Pauses do not count. */
    public Optional<Duration> took() {
        return startedAt == null || endedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, endedAt).minus(paused));
    }

    /** With all limits put off by this time. */
    Step later(Duration by) {
        return going(
                applied,
                words,
                theirWords,
                later(deadline, by),
                trouble,
                later(troubleSince, by),
                later(unreachableSince, by));
    }

    Step done(Message how, Instant now) {
        return ended(StepState.DONE, how, null, null, now);
    }

    Step failed(Problem why, Instant now) {
        return ended(StepState.FAILED, words, theirWords, why, now);
    }

    Step stopped(Instant now) {
        return ended(StepState.STOPPED, words, theirWords, problem, now);
    }

    private Step begun(int dealtWith, int tries, Instant now) {
        return new Step(
                phase,
                number,
                StepState.RUNNING,
                objects,
                dealtWith,
                tries,
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                null,
                null,
                Duration.ZERO);
    }

    private Step going(
            int dealtWith,
            @Nullable Message what,
            @Nullable String their,
            @Nullable Instant until,
            @Nullable String newTrouble,
            @Nullable Instant newTroubleSince,
            @Nullable Instant away) {
        return new Step(
                phase,
                number,
                StepState.RUNNING,
                objects,
                dealtWith,
                attempt,
                what,
                their,
                null,
                startedAt,
                null,
                until,
                newTrouble,
                newTroubleSince,
                away,
                paused);
    }

    private Step ended(
            StepState how, @Nullable Message what, @Nullable String their, @Nullable Problem why, Instant now) {
        return new Step(
                phase, number, how, objects, applied, attempt, what, their, why, startedAt, now, null, null, null, null,
                paused);
    }

    private static @Nullable Instant later(@Nullable Instant time, Duration by) {
        return time == null ? null : time.plus(by);
    }
}
