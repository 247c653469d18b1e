package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.PhaseBar;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** The whole rollout in one line: on which cluster, how far it is, in what state and for how long. */
final class WaveLine extends Div {
    private final PhaseBar bar = new PhaseBar();
    private final StatusLabel state = new StatusLabel(Status.WAITING, "");
    private final Elapsed elapsed = new Elapsed();

    WaveLine(String clusterName) {
        addClassName("hx-waves");
        var name = new Span(clusterName);
        name.addClassName("hx-b");
        var end = new Span(state, elapsed);
        end.addClassNames("hx-end", "hx-row");
        var wave = new Div(new Div(name, end), bar);
        wave.addClassName("hx-wave");
        add(wave);
    }

    void show(Rollout rollout, Instant now) {
        state.set(RolloutWords.status(rollout), words(rollout, now));
        elapsed.since(RolloutWords.countedFrom(rollout));
        bar.set(RolloutWords.statuses(rollout), RolloutWords.state(rollout));
    }

    private static String words(Rollout rollout, Instant now) {
        return rollout.state().isOver()
                ? Texts.get("rollout.state.in", RolloutWords.state(rollout), Formats.took(rollout.took(now)))
                : RolloutWords.state(rollout);
    }
}
