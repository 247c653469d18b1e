package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.uikit.Elapsed;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of the review, and what each shows while a plan is made, holds, or is stale. */
final class ReviewBody {
    private final ReviewModel model;
    private final Installation installation;
    private final @Nullable Plan plan;
    private final Reading reading;
    private final boolean mayOperate;
    private final PlanActions actions;
    private final Planning.State planning;
    private PageHeader header = new PageHeader("");
    private final Div troubles = new Div();
    private final Div bar = new Div();
    private @Nullable ObjectTree tree;
    private @Nullable ObjectPanel object;
    private @Nullable Staleness shown;

    ReviewBody(
            ReviewModel model,
            Installation installation,
            @Nullable Plan plan,
            Reading reading,
            boolean mayOperate,
            PlanActions actions) {
        this.model = model;
        this.installation = installation;
        this.plan = plan;
        this.reading = reading;
        this.mayOperate = mayOperate;
        this.actions = actions;
        planning = model.planning(installation.id());
        troubles.addClassName("hx-troubles");
    }

    void fill(HasComponents page, String title) {
        header = new PageHeader(title);
        page.add(header, troubles);
        switch (planning) {
            case Planning.State.Running running -> page.add(progress(running));
            case Planning.State.Failed failed -> {
                troubles.add(new ProblemNotice(failed.problem(), again("rollout.retry")));
                fillPlan(page);
            }
            case Planning.State.Idle idle -> fillPlan(page);
        }
        facts();
    }

    private void fillPlan(HasComponents page) {
        if (plan != null) {
            fill(page, plan);
        } else if (planning instanceof Planning.State.Idle) {
            page.add(new Panel(
                    Texts.get("rollout.review.title.none"),
                    new EmptyState(
                            Icons.ROLLOUT,
                            Texts.get("rollout.review.none"),
                            Texts.get(mayOperate ? "rollout.review.none.operator" : "rollout.review.none.viewer"),
                            again("rollout.plan.make"))));
        }
    }

    private void fill(HasComponents page, Plan made) {
        object = new ObjectPanel(made, reading, mayOperate, actions);
        tree = new ObjectTree(made, reading, entry -> actions.show(entry));
        var split = new Div(tree, object);
        split.addClassName("hx-split");
        bar.addClassName("hx-bar-slot");
        page.add(
                counts(made),
                new PlanNotices(made, reading, mayOperate, model.publishesPlainApi(made), actions),
                split,
                bar);
        if (mayOperate) {
            header.actions(again("rollout.plan.again"));
        }
    }

    private Panel progress(Planning.State.Running running) {
        var sentence = new Div(
                new StatusLabel(
                        Status.PROGRESSING,
                        Texts.get("rollout.planning.title", installation.latestRevision(), installation.name())),
                new Elapsed().since(running.since()));
        sentence.addClassName("hx-row");
        var what = new Span(Texts.get("rollout.planning.what"));
        what.addClassName("hx-muted");
        var panel = new Panel(Texts.get("rollout.planning")).padded(sentence, what);
        panel.addClassName("hx-planning");
        panel.getElement().setAttribute("role", "status");
        return panel;
    }

    private Component again(String key) {
        var button = Layouts.plain(Texts.get(key), actions::planAgain);
        button.setPrefixComponent(Icons.RETRY.create());
        button.setEnabled(mayOperate);
        return button;
    }

    private static Div counts(Plan plan) {
        var counts = new Div();
        counts.addClassName("hx-counts");
        for (var action : Action.values()) {
            var number = new Span(Formats.number(plan.count(action), 0));
            number.addClassName("hx-b");
            counts.add(new Span(PlanWords.sign(action), number, new Span(PlanWords.done(action))));
        }
        return counts;
    }

    private void facts() {
        var facts = new ArrayList<String>();
        facts.add(Texts.get("rollout.fact.revision", installation.name(), installation.latestRevision()));
        if (plan != null) {
            var made = Formats.clock(plan.madeAt(), model.now(), ReaderZone.get());
            facts.add(plan.clusterName());
            facts.add(
                    shown instanceof Staleness.Holds
                            ? Texts.get("rollout.fact.holds", made)
                            : Texts.get("rollout.fact.dryRun", made));
            facts.add(Texts.get("rollout.fact.madeBy", plan.madeBy()));
        }
        header.facts(facts.toArray(String[]::new));
    }

    /** Shows whether the plan still holds. */
    void show(Staleness staleness) {
        if (plan != null && !(planning instanceof Planning.State.Running)) {
            shown = staleness;
            facts();
            troubles.getChildren()
                    .filter(Div.class::isInstance)
                    .filter(part -> part.hasClassName("hx-stale"))
                    .toList()
                    .forEach(troubles::remove);
            switch (staleness) {
                case Staleness.Stale stale -> troubles.add(stale(stale));
                case Staleness.Unknown unknown -> troubles.add(unknown(unknown));
                case Staleness.Asking asking -> {}
                case Staleness.Holds holds -> {}
            }
            showBar();
        }
    }

    private ProblemNotice stale(Staleness.Stale stale) {
        var reasons = new UnorderedList();
        reasons.addClassName("hx-reasons");
        stale.reasons().stream().limit(5).forEach(reason -> reasons.add(new ListItem(Texts.of(reason))));
        if (stale.reasons().size() > 5) {
            reasons.add(
                    new ListItem(Texts.get("rollout.stale.more", stale.reasons().size() - 5)));
        }
        var notice = new ProblemNotice(
                        Status.WARNING,
                        Texts.get("rollout.stale.what"),
                        Texts.get("rollout.stale.why"),
                        again("rollout.plan.again"))
                .more(reasons);
        notice.addClassName("hx-stale");
        return notice;
    }

    private ProblemNotice unknown(Staleness.Unknown unknown) {
        var notice = new ProblemNotice(Status.UNKNOWN, unknown.why(), again("rollout.plan.again"));
        notice.addClassName("hx-stale");
        return notice;
    }

    /** Shows why what was asked for was refused. */
    void show(@Nullable Problem refusal) {
        if (refusal != null) {
            troubles.add(new ProblemNotice(refusal));
        }
    }

    /** The making of a plan has gone on since this was drawn. */
    boolean isOutdated() {
        return !planning.equals(model.planning(installation.id()));
    }

    void showSelected() {
        if (object != null && tree != null) {
            object.show();
            tree.showSelected(false);
        }
    }

    /** The rollout is being started: no second click. */
    void starting() {
        bar.removeAll();
        bar.add(new ApproveBar(List.of(Texts.get("rollout.approve.starting")), Optional.empty(), () -> {}));
    }

    /** Shows whether it can be approved, as of now. */
    void showBar() {
        if (plan != null && !(planning instanceof Planning.State.Running)) {
            bar.removeAll();
            bar.add(new ApproveBar(reasons(plan), seeRollout(plan), actions::start));
        }
    }

    /** The way to a rollout that is under way or that came from this plan. */
    private Optional<Component> seeRollout(Plan made) {
        return model.rollout(made.installation())
                .filter(rollout -> rollout.state() != RolloutState.CANCELLED)
                .filter(rollout -> !rollout.state().isOver() || rollout.plan().equals(made.id()))
                .map(rollout -> {
                    var link = new Anchor(
                            RolloutLinks.rollout(rollout.id()), Texts.get("rollout.approve.see", rollout.number()));
                    link.setRouterIgnore(false);
                    return link;
                });
    }

    private List<String> reasons(Plan made) {
        var reasons = new ArrayList<String>();
        if (!mayOperate) {
            reasons.add(Texts.get("rollout.approve.role"));
        }
        if (shown instanceof Staleness.Stale) {
            reasons.add(Texts.get("rollout.approve.stale"));
        }
        model.rollout(made.installation())
                .filter(rollout -> rollout.state().isActive())
                .ifPresent(rollout -> reasons.add(Texts.get("rollout.approve.active", rollout.number())));
        made.blockers().forEach(blocker -> reasons.add(Texts.of(blocker)));
        if (shown instanceof Staleness.Unknown) {
            reasons.add(Texts.get("rollout.approve.unreachable"));
        }
        return List.copyOf(reasons);
    }
}
