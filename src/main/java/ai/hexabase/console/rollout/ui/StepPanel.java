package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.rollout.StepState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The step being worked on or stopped at: what it does, what it waits for, until when, and what if it stops. */
final class StepPanel {
    private StepPanel() {}

    /** @param usual how long this step took the last time, if known */
    static Panel of(Rollout rollout, Step step, Optional<Duration> usual, Instant now) {
        var pair = new Div(work(rollout, step), outlook(rollout, step, usual, now));
        pair.addClassName("hx-pair");
        return new Panel(Texts.get("rollout.step.title", step.number(), PlanWords.phase(step.phase())))
                .beside(new StatusTag(rollout.clusterName()))
                .padded(pair);
    }

    /** What it does, how far it is and what it waits for. */
    private static KeyValueList work(Rollout rollout, Step step) {
        var running = step.state() == StepState.RUNNING;
        var list = new KeyValueList();
        list.with(
                Texts.get("rollout.step.does"),
                Texts.get(RolloutWords.key(rollout, "step.doing." + PlanWords.lower(step.phase()))));
        if (step.objects() > 0) {
            list.with(
                    Texts.get("rollout.step.progress"),
                    Texts.get("rollout.step.applying", step.applied(), step.objects()));
        }
        list.with(Texts.get(running ? "rollout.step.waits" : "rollout.step.last"), waits(step));
        var theirs = step.theirWords();
        if (theirs != null && !theirs.isBlank() && running) {
            list.with(Texts.get("rollout.step.theirs"), new Code(theirs));
        }
        return list;
    }

    /** Until when it may go on, how long it usually takes, and what if it stops. */
    private static KeyValueList outlook(Rollout rollout, Step step, Optional<Duration> usual, Instant now) {
        var list = new KeyValueList();
        until(rollout, step, now).ifPresent(text -> list.with(Texts.get("rollout.step.until"), text));
        usual.ifPresent(took ->
                list.with(Texts.get("rollout.step.usual"), Texts.get("rollout.step.usual.last", Formats.took(took))));
        if (step.attempt() > 1) {
            list.with(Texts.get("rollout.step.attempt"), Formats.number(step.attempt(), 0));
        }
        list.with(Texts.get("rollout.step.ifStops"), Texts.get(RolloutWords.key(rollout, "step.ifStops.text")));
        return list;
    }

    private static String waits(Step step) {
        Message words = step.words();
        return words == null ? Texts.get("rollout.step.nothing") : Texts.of(words);
    }

    private static Optional<String> until(Rollout rollout, Step step, Instant now) {
        var deadline = step.deadline();
        if (rollout.state() == RolloutState.PAUSED) {
            return Optional.of(Texts.get("rollout.step.until.paused"));
        }
        return deadline == null || step.state() != StepState.RUNNING
                ? Optional.empty()
                : Optional.of(Texts.get("rollout.step.until.text", Formats.clock(deadline, now, ReaderZone.get())));
    }
}
