package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The head of a rollout's screen: which rollout, how fresh what is shown is, and the ways to pause and to cancel it. */
final class RolloutHead {
    private final String whyNot;
    private final PageHeader header;
    private final FreshnessChip freshness = new FreshnessChip();
    private final Button pause;
    private final Button resume;
    private final Button cancel;
    private final Span reason;
    private final Button back;
    private final Optional<Integer> before;

    /**
     * @param before the revision that was rolled out before, empty when there was none
     * @param whyNot why the reader cannot steer it, empty when they can
     */
    RolloutHead(Rollout rollout, Optional<Integer> before, Instant now, String whyNot, RolloutActions actions) {
        this.whyNot = whyNot;
        this.before = before;
        pause = Layouts.plain(Texts.get("rollout.pause"), actions::pause);
        pause.setPrefixComponent(Icons.PAUSE.create());
        pause.setTooltipText(Texts.get("rollout.pause.means"));
        resume = Layouts.primary(Texts.get("rollout.resume"), actions::resume);
        resume.setPrefixComponent(Icons.PLAY.create());
        cancel = Layouts.plain(Texts.get("rollout.cancel"), actions::cancel);
        cancel.setPrefixComponent(Icons.STOP.create());
        back = Layouts.plain(Texts.get("rollout.back.open"), () -> before.ifPresent(actions::showWayBack));
        reason = new Span(whyNot);
        reason.addClassName("hx-remark");
        var started = Formats.clock(rollout.startedAt(), now, ReaderZone.get());
        header = new PageHeader(RolloutWords.title(rollout))
                .facts(
                        Texts.get("rollout.fact.revision", rollout.installationName(), rollout.revision()),
                        Texts.get("rollout.fact.plan", rollout.planNumber()),
                        Texts.get("rollout.fact.started", started, rollout.startedBy()))
                .actions(freshness, reason, back, pause, resume, cancel);
    }

    PageHeader header() {
        return header;
    }

    void show(Rollout rollout, Instant now) {
        showFreshness(rollout, now);
        var over = rollout.state().isOver();
        pause.setVisible(rollout.state() == RolloutState.RUNNING);
        if (!whyNot.isEmpty()) {
            Stream.of(pause, resume, cancel).forEach(button -> Rights.off(button, whyNot));
        }
        resume.setVisible(rollout.state().isPausedOrPausing());
        cancel.setVisible(!over);
        back.setVisible(before.isPresent() && !rollout.state().isActive());
        cancel.setEnabled(whyNot.isEmpty() && rollout.state() != RolloutState.CANCELLING);
        reason.setVisible(!over && !whyNot.isEmpty());
    }

    private void showFreshness(Rollout rollout, Instant now) {
        var ended = rollout.endedAt();
        var lost = rollout.current().map(Step::unreachableSince).orElse(null);
        var paused = rollout.pausedAt();
        var stopped = rollout.current().map(Step::endedAt).orElse(null);
        if (rollout.state().isOver() && ended != null) {
            freshness.asOf(ended);
        } else if (rollout.state() == RolloutState.FAILED && stopped != null) {
            freshness.asOf(stopped);
        } else if (paused != null) {
            freshness.asOf(paused);
        } else if (lost != null) {
            freshness.unknownSince(lost);
        } else {
            freshness.live(now);
        }
    }
}
