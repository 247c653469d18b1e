package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one piece of a step came to, and so what should happen next. */
sealed interface StepOutcome {
    /** One object is dealt with; the next piece can follow at once. */
    record Advanced(String kind, Message event, @Nullable String words) implements StepOutcome {}

    /** The step is finished. */
    record Done(Message words) implements StepOutcome {}

    /**
     * Nothing to do but look again.
     *
     * @param pause when to look again
     * @param limit how long waiting may take altogether before the step fails
     */
    record Wait(
            Duration pause,
            Duration limit,
            Message why,
            @Nullable String theirWords,
            @Nullable Trouble trouble) implements StepOutcome {
        Wait(Message why) {
            this(Waiting.PAUSE, Waiting.LIMIT, why, null, null);
        }

        Wait because(Trouble newTrouble) {
            return new Wait(pause, limit, why, newTrouble.problem().words(), newTrouble);
        }

        Wait saying(@Nullable String words) {
            return new Wait(pause, limit, why, words, trouble);
        }

        Wait atMost(Duration newLimit) {
            return new Wait(pause, newLimit, why, theirWords, trouble);
        }
    }

    /** The step cannot go on; a person has to do something. */
    record Failed(Problem problem) implements StepOutcome {}
}
