package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.manifest.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a rollout as it stands.
 *
 * @param objects how many objects it applies or deletes
 * @param applied how many of them it has dealt with
 * @param attempt 1, and one more with each retry
 * @param words what it does or did, in a sentence
 * @param theirWords the cluster's own words to that
 * @param problem why it failed
 * @param deadline when waiting ends in failure
 * @param trouble code of what goes wrong right now, and may pass
 * @param unreachableSince when the cluster stopped answering
 */
public record Step(
        Phase phase,
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
        @Nullable Instant unreachableSince) {
    static Step todo(Phase phase, int objects) {
        return new Step(phase, StepState.TODO, objects, 0, 1, null, null, null, null, null, null, null, null, null);
    }

    /** Its number as people count, from 1. */
    public int number() {
        return phase.ordinal() + 1;
    }

    Step started(Instant now) {
        return new Step(
                phase,
                StepState.RUNNING,
                objects,
                applied,
                attempt,
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    /** One more object dealt with. */
    Step advanced() {
        return new Step(
                phase,
                state,
                objects,
                applied + 1,
                attempt,
                words,
                null,
                null,
                startedAt,
                null,
                deadline,
                null,
                null,
                null);
    }

    Step done(Message how, Instant now) {
        return new Step(
                phase,
                StepState.DONE,
                objects,
                applied,
                attempt,
                how,
                null,
                null,
                startedAt,
                now,
                null,
                null,
                null,
                null);
    }

    Step failed(Problem why, Instant now) {
        return new Step(
                phase,
                StepState.FAILED,
                objects,
                applied,
                attempt,
                words,
                theirWords,
                why,
                startedAt,
                now,
                null,
                null,
                null,
                null);
    }

    Step waiting(
            Message why,
            @Nullable String their,
            Instant until,
            @Nullable String newTrouble,
            @Nullable Instant newTroubleSince) {
        return new Step(
                phase,
                StepState.RUNNING,
                objects,
                applied,
                attempt,
                why,
                their,
                null,
                startedAt,
                null,
                until,
                newTrouble,
                newTroubleSince,
                null);
    }

    Step unreachable(Message why, @Nullable String their, Instant since) {
        return new Step(
                phase,
                StepState.RUNNING,
                objects,
                applied,
                attempt,
                why,
                their,
                null,
                startedAt,
                null,
                deadline,
                trouble,
                troubleSince,
                since);
    }

    /** The cluster answers again: the time it was away does not count. */
    Step reachable(Instant now) {
        if (unreachableSince == null) {
            return this;
        }
        var away = java.time.Duration.between(unreachableSince, now);
        return new Step(
                phase,
                state,
                objects,
                applied,
                attempt,
                words,
                null,
                null,
                startedAt,
                null,
                deadline == null ? null : deadline.plus(away),
                trouble,
                troubleSince == null ? null : troubleSince.plus(away),
                null);
    }

    /** Once more from its beginning. */
    Step again(Instant now) {
        return new Step(
                phase, StepState.RUNNING, objects, 0, attempt + 1, null, null, null, now, null, null, null, null, null);
    }

    Step stopped(Instant now) {
        return new Step(
                phase,
                StepState.STOPPED,
                objects,
                applied,
                attempt,
                words,
                theirWords,
                problem,
                startedAt,
                now,
                null,
                null,
                null,
                null);
    }
}
