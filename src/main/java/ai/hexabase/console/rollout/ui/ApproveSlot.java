package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the bar that starts a plan, and finds out what keeps the plan from being started. */
final class ApproveSlot extends Div {
    private final transient ReviewModel model;
    private final transient Plan plan;
    private final boolean mayOperate;
    private final transient PlanActions actions;
    private final transient Optional<Integer> before;
    private transient Staleness staleness = new Staleness.Asking();

    ApproveSlot(ReviewModel model, Plan plan, boolean mayOperate, PlanActions actions) {
        this.model = model;
        this.plan = plan;
        this.mayOperate = mayOperate;
        this.actions = actions;
        before = model.revisionBefore(plan);
        addClassName("hx-bar-slot");
    }

    void show(Staleness known) {
        staleness = known;
        refresh();
    }

    /** Shows whether it can be approved, as of now. */
    void refresh() {
        show(new ApproveBar(reasons(), seeRollout(), wayBack(), actions::start));
    }

    /** The rollout is being started: no second click. */
    void starting() {
        show(new ApproveBar(List.of(Texts.get("rollout.approve.starting")), Optional.empty(), wayBack(), () -> {}));
    }

    private void show(ApproveBar bar) {
        removeAll();
        add(bar);
    }

    /** The way to a rollout that is under way or that came from this plan. */
    private Optional<Component> seeRollout() {
        return model.rollout(plan.installation())
                .filter(rollout -> rollout.state() != RolloutState.CANCELLED)
                .filter(rollout -> !rollout.state().isOver() || rollout.plan().equals(plan.id()))
                .map(rollout -> {
                    var link = new Anchor(
                            RolloutLinks.rollout(rollout.id()), Texts.get("rollout.approve.see", rollout.number()));
                    link.setRouterIgnore(false);
                    return link;
                });
    }

    private Component wayBack() {
        return before.<Component>map(revision ->
                        Layouts.link(Texts.get("rollout.approve.back", revision), () -> actions.showWayBack(revision)))
                .orElseGet(() -> {
                    var first = new Span(Texts.get("rollout.approve.first"));
                    first.addClassNames("hx-muted", "hx-remark");
                    return first;
                });
    }

    private List<String> reasons() {
        var reasons = new ArrayList<String>();
        if (!mayOperate) {
            reasons.add(Texts.get("rollout.approve.role"));
        }
        if (staleness instanceof Staleness.Stale) {
            reasons.add(Texts.get("rollout.approve.stale"));
        }
        model.rollout(plan.installation())
                .filter(rollout -> rollout.state().keepsOthersOut())
                .ifPresent(rollout -> reasons.add(Texts.get(
                        rollout.state() == RolloutState.PAUSED ? "rollout.approve.paused" : "rollout.approve.active",
                        rollout.number())));
        plan.blockers().forEach(blocker -> reasons.add(Texts.of(blocker)));
        if (staleness instanceof Staleness.Unknown) {
            reasons.add(Texts.get("rollout.approve.unreachable"));
        }
        return List.copyOf(reasons);
    }
}
