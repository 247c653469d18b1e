package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.preflight.Check;
import ai.hexabase.console.preflight.Result;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.Removal;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the review of a removal: the choice about volumes, what goes, what stays, what it means. */
final class RemovalBody {
    private final RemovalModel model;
    private final boolean deleteVolumes;
    private final boolean mayOperate;
    private final Actions actions;
    private final PageHeader header;
    private final Div slot = new Div();
    private Runnable bar = () -> {};

    /** What the parts ask their screen to do. */
    interface Actions {
        void choose(boolean deleteVolumes);

        /** Looks at the cluster anew. */
        void look();

        void start(Plan plan);
    }

    RemovalBody(String title, RemovalModel model, boolean deleteVolumes, boolean mayOperate, Actions actions) {
        this.model = model;
        this.deleteVolumes = deleteVolumes;
        this.mayOperate = mayOperate;
        this.actions = actions;
        header = new PageHeader(title);
        slot.addClassName("hx-sticky");
    }

    void fill(HasComponents page, @Nullable Plan plan, @Nullable Problem refusal, boolean looking) {
        page.add(header);
        var again = Layouts.plain(Texts.get("rollout.removal.review.again"), actions::look);
        again.setPrefixComponent(Icons.RETRY.create());
        again.setEnabled(!looking);
        header.actions(Rights.need(mayOperate, Role.OPERATOR, again));
        if (refusal != null) {
            page.add(new ProblemNotice(refusal));
        }
        if (looking) {
            page.add(new StatusLabel(Status.PROGRESSING, Texts.get("rollout.removal.review.looking")));
        }
        var removal = plan == null ? null : plan.removal();
        if (plan != null && removal != null) {
            fill(page, plan, removal, looking);
        } else if (!mayOperate) {
            page.add(new ProblemNotice(
                    Status.WAITING,
                    Texts.get("rollout.removal.review.none"),
                    Texts.get("rollout.removal.review.none.why")));
        }
    }

    private void fill(HasComponents page, Plan plan, Removal removal, boolean looking) {
        header.facts(
                Texts.get("rollout.fact.revision", plan.installationName(), plan.revision()),
                Texts.get("rollout.removal.review.asOf", Formats.clock(plan.madeAt(), model.now(), ReaderZone.get())),
                Texts.get("rollout.fact.madeBy", plan.madeBy()));
        plan.report().with(Result.BLOCKED).forEach(check -> page.add(blocked(check)));
        var volumes = new RemovalVolumes(removal, deleteVolumes, mayOperate && !looking, actions::choose);
        var goes = new Panel(Texts.get("rollout.removal.goes"), RemovalTables.goes(plan))
                .count(plan.entries().size());
        var main = Layouts.column(volumes, goes);
        if (!removal.stays().isEmpty()) {
            main.add(new Panel(Texts.get("rollout.removal.stays"), RemovalTables.stays(removal))
                    .count(removal.stays().size()));
        }
        page.add(Layouts.besides(main, Layouts.column(new RemovalMeaning(plan, removal))), slot);
        bar = () -> {
            slot.removeAll();
            slot.add(bar(plan, looking));
        };
        bar.run();
    }

    /** A rollout began, went on or ended, which may open or close the way. */
    void rolloutsChanged() {
        bar.run();
    }

    private static ProblemNotice blocked(Check check) {
        var action = check.action();
        var words = check.words();
        var notice =
                new ProblemNotice(Status.FAILED, Texts.of(check.observed()), action == null ? "" : Texts.of(action));
        return words == null ? notice : notice.more(new Code(words));
    }

    private Div bar(Plan plan, boolean looking) {
        var reasons = looking ? List.of(Texts.get("rollout.removal.review.looking")) : reasons(plan);
        var start = Layouts.danger(Texts.get("rollout.removal.start"), () -> actions.start(plan));
        if (!reasons.isEmpty()) {
            Rights.off(start, String.join(" ", reasons));
        }
        var bar = new Div(
                reasons.isEmpty()
                        ? new StatusLabel(Status.OK, Texts.get("rollout.removal.ready"))
                        : new StatusLabel(Status.FAILED, reasons.getFirst()));
        bar.addClassName("hx-approve");
        model.unfinished(plan.installation()).ifPresent(rollout -> {
            var link =
                    new Anchor(RolloutLinks.rollout(rollout.id()), Texts.get("rollout.approve.see", rollout.number()));
            link.setRouterIgnore(false);
            bar.add(link);
        });
        var back = new Span(Texts.get("rollout.removal.back"));
        back.addClassNames("hx-muted", "hx-remark");
        var end = new Div(back, start);
        end.addClassName("hx-end");
        bar.add(end);
        return bar;
    }

    private List<String> reasons(Plan plan) {
        var reasons = new ArrayList<String>();
        if (!mayOperate) {
            reasons.add(Texts.get("rollout.removal.role"));
        }
        if (plan.entries().isEmpty()) {
            reasons.add(Texts.get("rollout.removal.nothing"));
        }
        model.unfinished(plan.installation())
                .filter(rollout -> rollout.state().isActive())
                .ifPresent(rollout -> reasons.add(Texts.get("rollout.approve.active", rollout.number())));
        plan.blockers().forEach(blocker -> reasons.add(Texts.of(blocker)));
        return List.copyOf(reasons);
    }
}
