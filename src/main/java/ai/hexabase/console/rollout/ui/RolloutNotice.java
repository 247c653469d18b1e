package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands above everything on a rollout's screen: why it stopped, or that it is over. */
final class RolloutNotice {
    private RolloutNotice() {}

    /**
     * Nothing while the rollout simply runs.
     *
     * @param whyNot why the reader may not retry, empty when they may
     */
    static Optional<ProblemNotice> of(Rollout rollout, Instant now, String whyNot, RolloutActions actions) {
        return switch (rollout.state()) {
            case FAILED -> rollout.current().map(step -> failed(rollout, step, whyNot, actions));
            case DONE -> Optional.of(done(rollout, now, actions));
            case CANCELLED -> Optional.of(cancelled(rollout, actions));
            case PAUSED -> Optional.of(paused(rollout, now));
            case RUNNING, PAUSING, CANCELLING ->
                rollout.current()
                        .filter(step -> step.unreachableSince() != null)
                        .map(step -> unreachable(rollout, step, now));
        };
    }

    private static ProblemNotice failed(Rollout rollout, Step step, String whyNot, RolloutActions actions) {
        var problem = step.problem();
        var retry = Layouts.primary(Texts.get("rollout.retry.step", step.number()), actions::retry);
        retry.setPrefixComponent(Icons.RETRY.create());
        var buttons = new Div(retry);
        if (!whyNot.isEmpty()) {
            Rights.off(retry, whyNot);
            var reason = new Span(whyNot);
            reason.addClassName("hx-remark");
            buttons.addComponentAsFirst(reason);
        }
        buttons.addClassName("hx-row");
        var what = problem == null ? "" : Texts.of(problem.what());
        var notice = new ProblemNotice(
                Status.FAILED,
                Texts.get("rollout.failed.what", step.number(), PlanWords.phase(step.phase()), what),
                problem == null ? "" : Texts.of(problem.action()),
                buttons);
        return notice.more(parts(rollout, problem, step));
    }

    private static Component[] parts(Rollout rollout, @Nullable Problem problem, Step step) {
        var stays = new Div(Texts.get(
                step.number() == 1 ? "rollout.failed.first" : RolloutWords.key(rollout, "failed.stays"),
                step.number() - 1));
        stays.addClassName("hx-notice-why");
        var words = problem == null ? null : problem.words();
        if (words == null || words.isBlank()) {
            return new Component[] {stays};
        }
        var code = new Code(words);
        code.addClassName("hx-words");
        return new Component[] {code, stays};
    }

    private static ProblemNotice done(Rollout rollout, Instant now, RolloutActions actions) {
        if (rollout.removal()) {
            return removed(rollout, now, actions);
        }
        return new ProblemNotice(
                Status.OK,
                Texts.get("rollout.done.what", rollout.revision(), rollout.clusterName()),
                took(rollout, now),
                Layouts.primary(
                        Texts.get("rollout.pods"),
                        () -> actions.open(LiveLinks.of(LiveLinks.PODS, rollout.cluster(), Names.NAMESPACE))));
    }

    private static String took(Rollout rollout, Instant now) {
        var took = Formats.took(rollout.took(now));
        return rollout.pausedFor().isZero()
                ? Texts.get("rollout.done.why", rollout.steps().size(), took)
                : Texts.get("rollout.done.why.paused", rollout.steps().size(), took, Formats.took(rollout.pausedFor()));
    }

    private static ProblemNotice paused(Rollout rollout, Instant now) {
        var by = rollout.pausedBy();
        var at = rollout.pausedAt();
        return new ProblemNotice(
                Status.HELD,
                Texts.get(
                        "rollout.paused.what",
                        by == null ? "" : by,
                        at == null ? "" : Formats.clock(at, now, ReaderZone.get())),
                Texts.get(
                        "rollout.paused.why",
                        rollout.stepsDone(),
                        rollout.steps().size()));
    }

    private static ProblemNotice removed(Rollout rollout, Instant now, RolloutActions actions) {
        return new ProblemNotice(
                Status.OK,
                Texts.get("rollout.removal.done.what", rollout.installationName(), rollout.clusterName()),
                took(rollout, now),
                Layouts.primary(
                        Texts.get("rollout.removal.done.open"),
                        () -> actions.open(InstallationLinks.of(rollout.installation()))));
    }

    private static ProblemNotice cancelled(Rollout rollout, RolloutActions actions) {
        var by = rollout.cancelledBy();
        return new ProblemNotice(
                Status.HELD,
                Texts.get("rollout.cancelled.what", by == null ? "" : by),
                Texts.get(
                        "rollout.cancelled.why",
                        rollout.stepsDone(),
                        rollout.steps().size()),
                Layouts.plain(
                        Texts.get("rollout.cancelled.plan"),
                        () -> actions.open(
                                rollout.removal()
                                        ? RolloutLinks.removal(rollout.installation(), rollout.cluster())
                                        : RolloutLinks.review(rollout.installation()))));
    }

    private static ProblemNotice unreachable(Rollout rollout, Step step, Instant now) {
        var since = step.unreachableSince();
        var notice = new ProblemNotice(
                Status.UNKNOWN,
                Texts.get("rollout.unreachable.what", rollout.clusterName()),
                Texts.get("rollout.unreachable.why", since == null ? "" : Formats.clock(since, now, ReaderZone.get())));
        var words = step.theirWords();
        if (words != null && !words.isBlank()) {
            var code = new Code(words);
            code.addClassName("hx-words");
            notice.more(code);
        }
        return notice;
    }
}
