package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a rollout's screen, changed in place as it goes on. */
final class RolloutBody {
    private final Rollouts rollouts;
    private final Clock clock;
    private final String whyNot;
    private final RolloutActions actions;
    private final RolloutHead head;
    private final Div notices = new Div();
    private final WaveLine wave;
    private final StepsPanel steps;
    private final Div step = new Div();
    private final RolloutLog log;
    private @Nullable Object noticed;
    private @Nullable Object stepped;

    /** @param before the revision that was rolled out before, empty when there was none */
    RolloutBody(
            Rollout rollout,
            Rollouts rollouts,
            Optional<Integer> before,
            Clock clock,
            String whyNot,
            RolloutActions actions) {
        this.rollouts = rollouts;
        this.clock = clock;
        this.whyNot = whyNot;
        this.actions = actions;
        head = new RolloutHead(rollout, before, clock.instant(), whyNot, actions);
        wave = new WaveLine(rollout.clusterName());
        steps = new StepsPanel(rollout.clusterName());
        log = new RolloutLog(rollouts);
        notices.addClassName("hx-troubles");
        step.addClassName("hx-step-slot");
    }

    void fill(HasComponents page) {
        var columns = new Div(steps, Layouts.column(step, log));
        columns.addClassName("hx-rollout");
        page.add(head.header(), notices, wave, columns);
    }

    /** Shows the rollout as it is now, and what was refused last. */
    void show(Rollout rollout, @Nullable Problem refusal) {
        var now = clock.instant();
        head.show(rollout, now);
        showNotices(rollout, refusal, now);
        wave.show(rollout, now);
        steps.show(rollout, now);
        showStep(rollout, now);
        log.appendNews(rollout);
    }

    /** Redraws only what says something new, so that a screen reader is not told twice. */
    private void showNotices(Rollout rollout, @Nullable Problem refusal, Instant now) {
        var says = Arrays.asList(
                rollout.state(), rollout.current().map(Step::problem), RolloutWords.unreachable(rollout), refusal);
        if (says.equals(noticed)) {
            return;
        }
        noticed = says;
        notices.removeAll();
        if (refusal != null) {
            notices.add(new ProblemNotice(refusal));
        }
        RolloutNotice.of(rollout, now, whyNoRetry(rollout), actions).ifPresent(notices::add);
    }

    private String whyNoRetry(Rollout rollout) {
        return whyNot.isEmpty() && !rollouts.canRetry(rollout) ? Texts.get("rollout.retry.superseded") : whyNot;
    }

    private void showStep(Rollout rollout, Instant now) {
        var current = rollout.state().isOver() ? Optional.<Step>empty() : rollout.current();
        var says = List.of(rollout.state(), current);
        if (says.equals(stepped)) {
            return;
        }
        stepped = says;
        step.removeAll();
        current.ifPresent(each -> step.add(StepPanel.of(rollout, each, rollouts.lastTook(rollout, each.phase()), now)));
        step.setVisible(current.isPresent());
    }
}
