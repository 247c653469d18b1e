package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.Timeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All steps of a rollout, one below the other; the one being worked on is kept in sight. */
final class StepsPanel extends Panel {
    private final Timeline timeline = new Timeline();
    private @Nullable Phase current;

    StepsPanel(String clusterName) {
        super(Texts.get("rollout.steps"));
        add(timeline);
        facts(clusterName);
        // It scrolls where the window is low, so the keyboard must get there.
        getElement().setAttribute("tabindex", "0").setAttribute("aria-label", Texts.get("rollout.steps"));
    }

    void show(Rollout rollout, Instant now) {
        timeline.setSteps(rollout.steps().stream()
                .map(each -> RolloutWords.line(rollout, each, now))
                .toList());
        showCurrent(rollout);
    }

    /** Scrolls to the step being worked on, once, when it becomes that. */
    private void showCurrent(Rollout rollout) {
        var phase = rollout.current().map(Step::phase).orElse(null);
        if (phase != null && phase != current) {
            timeline.getElement().executeJs("this.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest'})");
        }
        current = phase;
    }
}
