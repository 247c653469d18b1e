package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.rollout.StepState;
import ai.hexabase.console.rollout.Waiting;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.Timeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words and shapes for rollouts and their steps. */
final class RolloutWords {
    private RolloutWords() {}

    static Status status(Rollout rollout) {
        return switch (rollout.state()) {
            case RUNNING -> unreachable(rollout) ? Status.UNKNOWN : Status.PROGRESSING;
            case PAUSING, CANCELLING -> Status.PROGRESSING;
            case PAUSED -> Status.HELD;
            case FAILED -> Status.FAILED;
            case CANCELLED -> Status.HELD;
            case DONE -> Status.OK;
        };
    }

    static boolean unreachable(Rollout rollout) {
        return rollout.state().isActive()
                && rollout.current()
                        .filter(step -> step.unreachableSince() != null)
                        .isPresent();
    }

    static String state(Rollout rollout) {
        return switch (rollout.state()) {
            case RUNNING ->
                Texts.get(
                        unreachable(rollout) ? "rollout.state.unreachable" : "rollout.state.running",
                        rollout.stepsDone(),
                        rollout.steps().size());
            case PAUSING -> Texts.get("rollout.state.pausing");
            case PAUSED ->
                Texts.get(
                        "rollout.state.paused",
                        rollout.stepsDone(),
                        rollout.steps().size());
            case CANCELLING -> Texts.get("rollout.state.cancelling");
            case FAILED -> Texts.get("rollout.state.failed", number(rollout));
            case CANCELLED -> Texts.get("rollout.state.cancelled");
            case DONE -> Texts.get("rollout.state.done");
        };
    }

    static StatusLabel label(Rollout rollout) {
        return new StatusLabel(status(rollout), state(rollout));
    }

    private static int number(Rollout rollout) {
        return rollout.current().map(Step::number).orElse(rollout.steps().size());
    }

    /** From when its time is counted, which leaves out its pauses; null while it is not at work. */
    static @Nullable Instant countedFrom(Rollout rollout) {
        return rollout.state().isActive() ? rollout.startedAt().plus(rollout.pausedFor()) : null;
    }

    /** The key for rollouts of its sort: one that takes an installation away has words of its own. */
    static String key(Rollout rollout, String rest) {
        return (rollout.removal() ? "rollout.removal." : "rollout.") + rest;
    }

    static String title(Rollout rollout) {
        return Texts.get(key(rollout, "title"), rollout.number());
    }

    static Status status(Rollout rollout, Step step) {
        return switch (step.state()) {
            case TODO -> Status.WAITING;
            case RUNNING -> running(rollout, step);
            case DONE -> Status.OK;
            case FAILED -> Status.FAILED;
            case STOPPED -> Status.HELD;
        };
    }

    private static Status running(Rollout rollout, Step step) {
        if (rollout.state() == RolloutState.PAUSED) {
            return Status.HELD;
        }
        return step.unreachableSince() == null ? Status.PROGRESSING : Status.UNKNOWN;
    }

    static List<Status> statuses(Rollout rollout) {
        return rollout.steps().stream().map(step -> status(rollout, step)).toList();
    }

    static Timeline.Step line(Rollout rollout, Step step, Instant now) {
        var current = step.state() == StepState.RUNNING || step.state() == StepState.FAILED;
        return new Timeline.Step(
                step.phase().name(),
                status(rollout, step),
                PlanWords.phase(step.phase()),
                words(rollout, step),
                time(step, now),
                countedFrom(rollout, step),
                current);
    }

    private static @Nullable Instant countedFrom(Rollout rollout, Step step) {
        var started = step.startedAt();
        return step.state() != StepState.RUNNING || rollout.state() == RolloutState.PAUSED || started == null
                ? null
                : started.plus(step.paused());
    }

    /** What a step says about itself. */
    static String words(Rollout rollout, Step step) {
        var problem = step.problem();
        if (step.state() == StepState.FAILED && problem != null) {
            return Texts.of(problem.what());
        }
        var words = step.words();
        if (words != null) {
            return Texts.of(words);
        }
        return switch (step.state()) {
            case TODO -> todo(rollout, step);
            case RUNNING -> Texts.get("rollout.step.applying", step.applied(), step.objects());
            case DONE, FAILED, STOPPED -> "";
        };
    }

    private static String todo(Rollout rollout, Step step) {
        if (rollout.removal() && step.objects() == 0) {
            return Texts.get(
                    step.phase() == Phase.VERIFY ? "rollout.removal.step.todo.verify" : "rollout.removal.step.todo");
        }
        if (step.phase() == Phase.WAIT_AVAILABLE) {
            return Texts.get("rollout.step.atMost", Waiting.LIMIT.toSeconds());
        }
        return step.objects() == 0
                ? Texts.get("rollout.step.todo." + PlanWords.lower(step.phase()))
                : Texts.get("rollout.step.objects", step.objects());
    }

    private static String time(Step step, Instant now) {
        var start = step.startedAt();
        var end = step.endedAt();
        if (start == null || end == null) {
            return "";
        }
        return switch (step.state()) {
            case DONE -> step.took().map(Formats::took).orElse("");
            case FAILED, STOPPED -> Texts.get("rollout.step.stoppedAt", Formats.clock(end, now, ReaderZone.get()));
            case TODO, RUNNING -> "";
        };
    }
}
