package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutEvent;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LogLine;
import ai.hexabase.console.uikit.LogView;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.PhaseBar;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.Timeline;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a rollout's screen, changed in place as it goes on. */
final class RolloutBody {
    private final Rollouts rollouts;
    private final Clock clock;
    private final String whyNot;
    private final RolloutActions actions;
    private final PageHeader header = new PageHeader("");
    private final FreshnessChip freshness = new FreshnessChip();
    private final Div notices = new Div();
    private final PhaseBar bar = new PhaseBar();
    private final StatusLabel state;
    private final Elapsed elapsed = new Elapsed();
    private final Timeline timeline = new Timeline();
    private final Div step = new Div();
    private final LogView log = new LogView();
    private final Button cancel = new Button();
    private final Span reason = new Span();
    private long lastEvent;
    private @Nullable Object noticed;
    private @Nullable Object stepped;
    private @Nullable Phase shownPhase;

    RolloutBody(Rollouts rollouts, Clock clock, String whyNot, RolloutActions actions) {
        this.rollouts = rollouts;
        this.clock = clock;
        this.whyNot = whyNot;
        this.actions = actions;
        state = new StatusLabel(Status.WAITING, "");
    }

    void fill(HasComponents page, Rollout rollout) {
        var now = clock.instant();
        var zone = ReaderZone.get();
        header.title(Texts.get("rollout.title", rollout.number()));
        header.facts(
                Texts.get("rollout.fact.revision", rollout.installationName(), rollout.revision()),
                Texts.get("rollout.fact.plan", rollout.planNumber()),
                Texts.get("rollout.fact.started", Formats.clock(rollout.startedAt(), now, zone), rollout.startedBy()));
        addActions();
        notices.addClassName("hx-troubles");
        step.addClassName("hx-step-slot");
        log.setLabel(Texts.get("rollout.log"));
        log.setFollow(true);
        var steps = new Panel(Texts.get("rollout.steps"), timeline).facts(rollout.clusterName());
        // It scrolls where the window is low, so the keyboard must get there.
        steps.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", Texts.get("rollout.steps"));
        var what = new Panel(Texts.get("rollout.log"), log).facts(Texts.get("rollout.log.order"));
        what.addClassName("hx-last");
        var columns = new Div(steps, Layouts.column(step, what));
        columns.addClassName("hx-rollout");
        page.add(header, notices, wave(rollout), columns);
    }

    private Div wave(Rollout rollout) {
        var name = new Span(rollout.clusterName());
        name.addClassName("hx-b");
        var end = new Span(state, elapsed);
        end.addClassNames("hx-end", "hx-row");
        var wave = new Div(new Div(name, end), bar);
        wave.addClassName("hx-wave");
        var waves = new Div(wave);
        waves.addClassName("hx-waves");
        return waves;
    }

    /** Shows the rollout as it is now, and what was refused last. */
    void show(Rollout rollout, @Nullable Problem refusal) {
        var now = clock.instant();
        showFreshness(rollout, now);
        showActions(rollout);
        showNotices(rollout, refusal, now);
        state.set(RolloutWords.status(rollout), stateWords(rollout, now));
        elapsed.since(rollout.state().isActive() ? rollout.startedAt() : null);
        bar.set(RolloutWords.statuses(rollout), RolloutWords.state(rollout));
        timeline.setSteps(rollout.steps().stream()
                .map(each -> RolloutWords.line(rollout, each, now))
                .toList());
        showStep(rollout, now);
        showCurrent(rollout);
        appendEvents(rollout);
    }

    private static String stateWords(Rollout rollout, Instant now) {
        return rollout.state().isOver()
                ? Texts.get(
                        "rollout.state.in", RolloutWords.state(rollout), Formats.took(RolloutWords.took(rollout, now)))
                : RolloutWords.state(rollout);
    }

    private void showFreshness(Rollout rollout, Instant now) {
        var ended = rollout.endedAt();
        var lost = rollout.current().map(Step::unreachableSince).orElse(null);
        var stopped = rollout.current().map(Step::endedAt).orElse(null);
        if (rollout.state().isOver() && ended != null) {
            freshness.asOf(ended);
        } else if (rollout.state() == RolloutState.FAILED && stopped != null) {
            freshness.asOf(stopped);
        } else if (lost != null) {
            freshness.unknownSince(lost);
        } else {
            freshness.live(now);
        }
    }

    private void showActions(Rollout rollout) {
        var over = rollout.state().isOver();
        cancel.setVisible(!over);
        cancel.setEnabled(whyNot.isEmpty() && rollout.state() != RolloutState.CANCELLING);
        reason.setVisible(!over && !whyNot.isEmpty());
    }

    private void addActions() {
        cancel.setText(Texts.get("rollout.cancel"));
        cancel.setPrefixComponent(Icons.STOP.create());
        cancel.addClickListener(click -> actions.cancel());
        reason.setText(whyNot);
        reason.addClassName("hx-remark");
        header.actions(freshness, reason, cancel);
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
        RolloutNotice.of(rollout, now, mayRetry(rollout), actions).ifPresent(notices::add);
    }

    private String mayRetry(Rollout rollout) {
        return whyNot.isEmpty() && !rollouts.canRetry(rollout) ? Texts.get("rollout.retry.superseded") : whyNot;
    }

    private void showStep(Rollout rollout, Instant now) {
        var current = rollout.state().isOver() ? Optional.<Step>empty() : rollout.current();
        if (Objects.equals(current, stepped)) {
            return;
        }
        stepped = current;
        step.removeAll();
        current.ifPresent(each -> step.add(StepPanel.of(rollout, each, usual(rollout, each), now)));
        step.setVisible(current.isPresent());
    }

    /** Scrolls to the step being worked on, once, when it becomes that. */
    private void showCurrent(Rollout rollout) {
        var phase = rollout.current().map(Step::phase).orElse(null);
        if (phase != null && phase != shownPhase) {
            timeline.getElement().executeJs("this.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest'})");
        }
        shownPhase = phase;
    }

    private Optional<Duration> usual(Rollout rollout, Step current) {
        return rollouts.lastTook(rollout, current.phase());
    }

    private void appendEvents(Rollout rollout) {
        var news = rollouts.events(rollout.id(), lastEvent, LogView.MOST_LINES);
        if (!news.isEmpty()) {
            lastEvent = news.getLast().id();
            log.append(news.stream().map(RolloutBody::line).toList());
        }
    }

    private static LogLine line(RolloutEvent event) {
        var words = event.words();
        var text = Texts.of(event.message());
        return new LogLine(
                Formats.seconds(event.at(), ReaderZone.get()),
                event.kind(),
                words == null || words.isBlank() ? text : text + " · " + words.replace("\n", " · "));
    }
}
