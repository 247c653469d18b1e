package ai.hexabase.console.setup;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.SetupStep.Standing;

/**
 * How far a step of the setup is.
 *
 * @param line what was reached or is left
 * @param passed whether an administrator went on from it
 * @param skipped whether an administrator left it for later
 */
public record StepState(SetupStep step, Standing standing, Message line, boolean passed, boolean skipped) {
    public String id() {
        return step.id();
    }

    /** Whether nothing keeps from the steps after it. */
    public boolean isDone() {
        return switch (standing) {
            case OPEN -> false;
            case LOOSE, SOUND -> passed;
            case DONE -> true;
        };
    }

    /** Whether the steps after it may be opened. */
    public boolean isBehind() {
        return isDone() || skipped;
    }

    /** Whether the checklist names it. */
    public boolean isLeft() {
        return !isDone() || standing == Standing.LOOSE;
    }
}
