package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.uikit.AttentionItem;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OverviewPanel;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.PhaseBar;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The home screen's part about rollouts: those under way, and those that stopped and wait for somebody. */
@org.springframework.stereotype.Component
class RolloutsOverview implements OverviewPanel {
    private final Rollouts rollouts;
    private final Clock clock;

    RolloutsOverview(Rollouts rollouts, Clock clock) {
        this.rollouts = rollouts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> build() {
        var running = rollouts.unfinished().stream()
                .filter(rollout -> rollout.state().isActive())
                .toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("hx-running");
        running.forEach(rollout -> list.add(line(rollout)));
        var all = new Anchor(RolloutLinks.LIST, Texts.get("rollout.overview.all"));
        all.setRouterIgnore(false);
        return Optional.of(new Panel(Texts.get("rollout.overview.running"), list)
                .count(running.size())
                .facts(all));
    }

    private static ListItem line(Rollout rollout) {
        var link = Layouts.nameLink(
                RolloutLinks.rollout(rollout.id()),
                Texts.get(
                        RolloutWords.key(rollout, "overview.line"),
                        rollout.number(),
                        rollout.installationName(),
                        rollout.revision()));
        var cluster = new Span(rollout.clusterName());
        cluster.addClassName("hx-muted");
        var words = new Span(rollout.current().map(step -> now(rollout, step)).orElse(""));
        words.addClassName("hx-step-words");
        var bar = new PhaseBar().set(RolloutWords.statuses(rollout), RolloutWords.state(rollout));
        return new ListItem(
                Layouts.row(
                        link,
                        cluster,
                        RolloutWords.label(rollout),
                        new Elapsed().since(RolloutWords.countedFrom(rollout))),
                bar,
                words);
    }

    private static String now(Rollout rollout, Step step) {
        return Texts.get("rollout.overview.step", PlanWords.phase(step.phase()), RolloutWords.words(rollout, step));
    }

    @Override
    public List<AttentionItem> attention() {
        return rollouts.unfinished().stream()
                .filter(rollout -> !rollout.state().isActive() || RolloutWords.unreachable(rollout))
                .map(this::attention)
                .toList();
    }

    private AttentionItem attention(Rollout rollout) {
        var step = rollout.current();
        var since = Optional.ofNullable(rollout.pausedAt())
                .or(() -> step.flatMap(RolloutsOverview::since))
                .orElse(rollout.startedAt());
        var open = Layouts.small(
                Texts.get("rollout.overview.open"), () -> UI.getCurrent().navigate(RolloutLinks.rollout(rollout.id())));
        return new AttentionItem(
                RolloutWords.status(rollout),
                Texts.get(
                        key(rollout),
                        rollout.number(),
                        rollout.installationName(),
                        step.map(each -> PlanWords.phase(each.phase())).orElse("")),
                step.map(each -> RolloutWords.words(rollout, each)).orElse(""),
                Formats.age(Duration.between(since, clock.instant())),
                open);
    }

    private static String key(Rollout rollout) {
        return switch (rollout.state()) {
            case FAILED -> "rollout.overview.stopped";
            case PAUSED -> "rollout.overview.paused";
            case RUNNING, PAUSING, CANCELLING, CANCELLED, DONE -> "rollout.overview.unreachable";
        };
    }

    private static Optional<Instant> since(Step step) {
        return Stream.of(step.unreachableSince(), step.endedAt(), step.startedAt())
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return rollouts.subscribe(listener);
    }
}
