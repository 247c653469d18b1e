package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Background.Answer;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares an installation's newest revision with its cluster, and lets it be approved. */
@Route(RolloutLinks.REVIEW)
@PermitAll
@StyleSheet("context://styles/rollout.css")
class ReviewView extends Page implements BeforeEnterObserver {
    private final transient ReviewModel model;
    private final transient ActingPerson person;
    private final transient Review review;
    private final LiveUpdates live = LiveUpdates.of(this);
    private final transient PlanActions actions;
    private @Nullable ReviewBody body;
    /** How often it was asked whether a plan holds; only the last answer counts. */
    private int questions;

    ReviewView(ReviewModel model, ActingPerson person) {
        this.model = model;
        this.person = person;
        review = new Review(model);
        actions = new ReviewActions(this, model, review);
        live.whileShown(() -> review.installation().map(this::subscribe).orElse(() -> {}));
        live.whileShown(() -> model.subscribeToRevisions(() -> live.run("revision", this::revisionsChanged)));
        addAttachListener(event -> catchUp());
        live.whileShown(() -> model.subscribeToRollouts(() -> live.run("bar", this::rolloutsChanged)));
    }

    private AutoCloseable subscribe(Installation installation) {
        return model.subscribe(installation.id(), () -> live.run("plan", this::planChanged));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!enter(event.getRouteParameters().get("installation").flatMap(ReviewView::id))) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        entered();
        if (isAttached()) {
            // What happened before it listened to this installation is not told again.
            catchUp();
        }
    }

    /** False when there is no such installation. */
    boolean enter(Optional<InstallationId> id) {
        review.begin(id);
        if (review.installation().isEmpty()) {
            return false;
        }
        load();
        if (review.plan().isEmpty() && mayOperate()) {
            review.planAgain();
        }
        return true;
    }

    private static Optional<InstallationId> id(String text) {
        try {
            return Optional.of(new InstallationId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private boolean mayOperate() {
        return review.installation()
                .filter(shown -> person.may(Role.OPERATOR, shown.id()))
                .isPresent();
    }

    /** Answers that came before the page could take them are lost, so it asks when it can. */
    private void catchUp() {
        if (body != null && body.isOutdated()) {
            planChanged();
        } else {
            review.plan().ifPresent(this::askWhetherItHolds);
        }
    }

    private void load() {
        if (review.load() && isAttached()) {
            review.plan().ifPresent(this::askWhetherItHolds);
        }
    }

    private void askWhetherItHolds(Plan asked) {
        review.staleness(new Staleness.Asking());
        var question = ++questions;
        Background.run(live, "staleness-" + question, () -> model.staleness(asked.id()), answer -> {
            if (question != questions) {
                return;
            }
            var known = switch (answer) {
                case Answer.Value<Staleness> value -> value.value();
                case Answer.Failed<Staleness> failed -> new Staleness.Unknown(failed.problem());
            };
            review.staleness(known);
            body().ifPresent(drawn -> drawn.show(known));
        });
    }

    /** Somebody may have made a revision while this one's plan is read. */
    private void revisionsChanged() {
        body().filter(ReviewBody::revisionsChanged)
                .flatMap(drawn -> review.plan())
                .ifPresent(this::askWhetherItHolds);
    }

    private void rolloutsChanged() {
        body().ifPresent(ReviewBody::rolloutsChanged);
    }

    /** Shows the newest plan as it is now. */
    void planChanged() {
        load();
        rebuild();
    }

    /** What is drawn now, if anything is. */
    Optional<ReviewBody> body() {
        return Optional.ofNullable(body);
    }

    @Override
    protected String title() {
        return review.plan()
                .map(plan -> Texts.get("rollout.review.title", plan.number()))
                .orElseGet(() -> Texts.get("rollout.review.title.none"));
    }

    @Override
    public String here() {
        return Texts.get("rollout.review.title.none");
    }

    @Override
    public List<Crumb> crumbs() {
        return review.installation()
                .map(installation -> List.of(
                        new Crumb(Texts.get("rollout.crumb.installations"), "installations"),
                        new Crumb(installation.name(), "installations/" + installation.id())))
                .orElse(List.of());
    }

    @Override
    protected void build() {
        review.installation().ifPresent(installation -> {
            fillHeight();
            var plan = review.plan().orElse(null);
            var drawn = new ReviewBody(model, installation, plan, review.reading(), mayOperate(), actions);
            body = drawn;
            drawn.fill(this, title());
            drawn.show(review.staleness());
            drawn.show(review.refusal());
        });
    }

    /** Shows why what was asked for was refused. */
    void refuse(Problem problem) {
        review.refusal(problem);
        rebuild();
        if ("plan-stale".equals(problem.code())) {
            review.plan().ifPresent(this::askWhetherItHolds);
        }
    }
}
