package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
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
    private final Div troubles = new Div();
    private final Div newer = new Div();
    private int told;
    private PageHeader header = new PageHeader("");
    private Optional<ProblemNotice> staleness = Optional.empty();
    private boolean holds;
    private @Nullable ObjectTree tree;
    private @Nullable ObjectPanel object;
    private @Nullable ApproveSlot approval;

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
        newer.addClassName("hx-troubles");
    }

    void fill(HasComponents page, String title) {
        header = new PageHeader(title);
        page.add(header, newer, troubles);
        switch (planning) {
            case Planning.State.Running running -> page.add(new PlanningPanel(installation, running));
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
        var last = model.lastTime(made);
        var mayDecide = mayOperate && !model.isStarted(made);
        object = new ObjectPanel(made, reading, mayDecide, last, actions);
        tree = new ObjectTree(made, reading, last, actions::show);
        approval = new ApproveSlot(model, made, mayOperate, actions);
        var split = new Div(tree, object);
        split.addClassName("hx-split");
        page.add(
                new PlanCounts(made),
                new PlanNotices(made, reading, mayDecide, model.advice(made), actions),
                split,
                approval);
        header.actions(again("rollout.plan.again"));
    }

    private Component again(String key) {
        var button = Layouts.plain(Texts.get(key), actions::planAgain);
        button.setPrefixComponent(Icons.RETRY.create());
        return Rights.need(mayOperate, Role.OPERATOR, button);
    }

    private void facts() {
        var facts = new ArrayList<String>();
        facts.add(Texts.get("rollout.fact.revision", installation.name(), installation.latestRevision()));
        if (plan != null) {
            var made = Formats.clock(plan.madeAt(), model.now(), ReaderZone.get());
            facts.add(plan.clusterName());
            facts.add(Texts.get(holds ? "rollout.fact.holds" : "rollout.fact.dryRun", made));
            facts.add(Texts.get("rollout.fact.madeBy", plan.madeBy()));
        }
        header.facts(facts.toArray(String[]::new));
    }

    /** Shows whether the plan still holds. */
    void show(Staleness known) {
        if (approval != null) {
            holds = known instanceof Staleness.Holds;
            facts();
            staleness.ifPresent(troubles::remove);
            staleness = StalenessNotice.of(known, () -> again("rollout.plan.again"));
            staleness.ifPresent(troubles::add);
            approval.show(known);
        }
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

    void focusDecision(FieldClaim claim) {
        if (object != null) {
            object.focusDecision(claim);
        }
    }

    void focusAgreement() {
        if (object != null) {
            object.focusAgreement();
        }
    }

    /** The rollout is being started: no second click. */
    void starting() {
        if (approval != null) {
            approval.starting();
        }
    }

    /** Says who made a newer revision, with the way to what it changes; true when there is another one than before. */
    boolean revisionsChanged() {
        var found = plan == null ? null : model.newerThan(plan).orElse(null);
        var number = found == null ? 0 : found.number();
        if (number == told) {
            return false;
        }
        told = number;
        newer.removeAll();
        if (found != null) {
            newer.add(newer(found));
        }
        return true;
    }

    private ProblemNotice newer(Revision revision) {
        var at = Formats.clock(revision.createdAt(), model.now(), ReaderZone.get());
        var see = new Anchor(
                InstallationLinks.revision(installation.id(), revision.number()),
                Texts.get("rollout.newer.see", revision.number()));
        see.setRouterIgnore(false);
        return new ProblemNotice(
                Status.WARNING,
                Texts.get("rollout.newer.what", revision.createdBy(), revision.number(), at),
                Texts.get("rollout.newer.why", revision.comment()),
                see);
    }

    /** A rollout began, went on or ended, which may open or close the way. */
    void rolloutsChanged() {
        if (approval != null) {
            approval.refresh();
        }
    }
}
