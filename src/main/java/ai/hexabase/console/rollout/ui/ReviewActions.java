package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.installation.AdviceKind;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.rollout.Adoption;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Background.Answer;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Texts;

/** Does what the parts of the review ask for; what may take long is done beside the page. */
final class ReviewActions implements PlanActions {
    private final ReviewView view;
    private final ReviewModel model;
    private final Review review;
    private final LiveUpdates live;

    ReviewActions(ReviewView view, ReviewModel model, Review review) {
        this.view = view;
        this.model = model;
        this.review = review;
        live = LiveUpdates.of(view);
    }

    @Override
    public void decide(PlanEntry entry, FieldClaim claim, Decision decision) {
        review.plan().ifPresent(plan -> {
            review.refusal(null);
            review.reading().select(entry);
            Background.run(live, "decide", () -> model.decide(plan, claim, decision), answer -> {
                if (answer instanceof Answer.Failed<Plan>(var problem)) {
                    review.refusal(problem);
                }
                view.planChanged();
                // The part that had the focus was built anew.
                view.body().ifPresent(body -> body.focusDecision(claim));
            });
        });
    }

    @Override
    public void agree(PlanEntry entry, boolean agreed) {
        review.plan().ifPresent(plan -> {
            review.refusal(null);
            review.reading().select(entry);
            if (Background.answer(() -> model.agree(plan, entry, agreed)) instanceof Answer.Failed<Plan>(var problem)) {
                review.refusal(problem);
            }
            view.planChanged();
            // The part that had the focus was built anew.
            view.body().ifPresent(ReviewBody::focusAgreement);
        });
    }

    @Override
    public void adopt(PlanEntry entry, Adoption.Answer answer) {
        review.plan().ifPresent(plan -> {
            review.refusal(null);
            review.reading().select(entry);
            Background.run(live, "adopt", () -> model.adopt(plan, entry, answer), done -> {
                if (done instanceof Answer.Failed<Plan>(var problem)) {
                    review.refusal(problem);
                }
                view.planChanged();
            });
        });
    }

    @Override
    public void show(PlanEntry entry) {
        review.reading().select(entry);
        view.body().ifPresent(ReviewBody::showSelected);
    }

    @Override
    public void next() {
        review.plan().flatMap(plan -> review.reading().neighbour(plan, 1)).ifPresent(this::show);
    }

    @Override
    public void planAgain() {
        review.refusal(null);
        review.planAgain();
    }

    @Override
    public void takeAdvice(AdviceKind kind) {
        review.plan().ifPresent(plan -> {
            if (kind.isOneClick()) {
                takeAdvice(plan, kind);
            } else {
                var draft = model.draftChange(plan);
                view.getUI().ifPresent(ui -> ui.navigate(InstallationLinks.draft(draft.id(), 4)));
            }
        });
    }

    private void takeAdvice(Plan plan, AdviceKind kind) {
        var comment = Texts.get(kind.key() + ".comment");
        Background.run(live, "advice", () -> model.takeAdvice(plan, kind, comment), answer -> {
            switch (answer) {
                case Answer.Value<Revision> taken -> planAgain();
                case Answer.Failed<Revision> failed -> view.refuse(failed.problem());
            }
        });
    }

    @Override
    public void start() {
        review.plan().ifPresent(plan -> StartDialog.open(plan, model.lastTime(plan), () -> start(plan)));
    }

    @Override
    public void showWayBack(int revision) {
        review.plan().ifPresent(plan -> model.wayBack(plan, revision).open());
    }

    private void start(Plan plan) {
        view.body().ifPresent(ReviewBody::starting);
        Background.run(live, "start", () -> model.start(plan.id()), answer -> {
            switch (answer) {
                case Answer.Value<RolloutId> started ->
                    view.getUI().ifPresent(ui -> ui.navigate(RolloutLinks.rollout(started.value())));
                case Answer.Failed<RolloutId> failed -> view.refuse(failed.problem());
            }
        });
    }
}
