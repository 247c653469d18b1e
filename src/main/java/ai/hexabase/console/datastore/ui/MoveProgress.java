package ai.hexabase.console.datastore.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.database.MoveListener.Phase;
import ai.hexabase.console.database.Moved;
import ai.hexabase.console.datastore.MoveState;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.Timeline;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How a move stands: its phases, the table that is worked on, how long it takes, and what came of it. */
final class MoveProgress extends Div {
    private final Timeline timeline = new Timeline();
    private final Elapsed elapsed = new Elapsed();
    private final Span head = new Span();
    private final Div outcome = new Div();

    MoveProgress() {
        addClassName("hx-col");
        outcome.setVisible(false);
        add(Layouts.row(head, elapsed), timeline, outcome);
    }

    void show(MoveState state) {
        head.setText(Texts.get("datastore.move.to", state.to()));
        elapsed.since(state.isRunning() ? state.startedAt() : null);
        timeline.setSteps(
                Arrays.stream(Phase.values()).map(phase -> step(phase, state)).toList());
        outcome.removeAll();
        outcome.setVisible(!state.isRunning());
        if (state.problem() != null) {
            outcome.add(failed(state.problem()));
        } else if (state.moved() != null) {
            outcome.add(done(state, state.moved()));
        }
    }

    private static Timeline.Step step(Phase phase, MoveState state) {
        var current = phase == state.phase() && state.moved() == null;
        var status = state.moved() != null || phase.compareTo(state.phase()) < 0
                ? Status.OK
                : phase.compareTo(state.phase()) > 0
                        ? Status.WAITING
                        : state.isRunning() ? Status.PROGRESSING : Status.FAILED;
        var name = Texts.get("datastore.phase." + phase.name().toLowerCase(Locale.ROOT));
        return new Timeline.Step(phase.name(), status, name, current ? words(state) : "", "", current);
    }

    private static String words(MoveState state) {
        return state.table().isEmpty()
                ? ""
                : Texts.get(
                        "datastore.move.table",
                        state.table(),
                        state.number(),
                        state.of(),
                        Formats.number(state.rows(), 0));
    }

    private static ProblemNotice failed(Problem problem) {
        var unchanged = new Div(Texts.get("datastore.move.unchanged"));
        return new ProblemNotice(problem).more(unchanged);
    }

    private static ProblemNotice done(MoveState state, Moved moved) {
        var end = state.endedAt();
        var took = end == null ? Duration.ZERO : Duration.between(state.startedAt(), end);
        var kept = moved.kept();
        return new ProblemNotice(
                Status.OK,
                Texts.get(
                        "datastore.move.done",
                        Formats.number(moved.total(), 0),
                        moved.rows().size(),
                        Formats.took(took)),
                kept == null
                        ? Texts.get("datastore.move.done.not-kept")
                        : Texts.get("datastore.move.done.kept", kept.toString()));
    }
}
