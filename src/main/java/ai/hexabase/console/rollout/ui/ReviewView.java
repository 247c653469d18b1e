package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.rollout.Decision;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.ui.Background.Answer;
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
class ReviewView extends Page implements BeforeEnterObserver, PlanActions {
    private final transient ReviewModel model;
    private final transient ActingPerson person;
    private final LiveUpdates live = LiveUpdates.of(this);
    private transient Reading reading = new Reading();
    private transient Staleness staleness = new Staleness.Asking();
    private transient @Nullable Problem refusal;
    private transient @Nullable InstallationId id;
    private transient @Nullable Installation installation;
    private transient @Nullable Plan plan;
    private @Nullable ReviewBody body;

    ReviewView(ReviewModel model, ActingPerson person) {
        this.model = model;
        this.person = person;
        live.whileShown(() -> id == null ? () -> {} : model.subscribe(id, () -> live.run("plan", this::planChanged)));
        addAttachListener(event -> catchUp());
        live.whileShown(() -> model.subscribeToRollouts(() -> live.run("bar", this::rolloutsChanged)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .get("installation")
                .flatMap(ReviewView::id)
                .orElse(null);
        installation = id == null ? null : model.installation(id).orElse(null);
        if (installation == null) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        reading = new Reading();
        refusal = null;
        load();
        if (plan == null && mayOperate()) {
            model.plan(installation.id());
        }
    }

    private static Optional<InstallationId> id(String text) {
        try {
            return Optional.of(new InstallationId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private boolean mayOperate() {
        return person.isA(Role.OPERATOR) || person.isA(Role.ADMIN);
    }

    /** Answers that came before the page could take them are lost, so it asks when it can. */
    private void catchUp() {
        if (body != null && body.isOutdated()) {
            planChanged();
        } else if (plan != null) {
            askWhetherItHolds(plan);
        }
    }

    private void load() {
        if (id != null) {
            installation = model.installation(id).orElse(installation);
            var found = installation == null ? null : model.latest(installation).orElse(null);
            var other = found == null || plan == null || !found.id().equals(plan.id());
            plan = found;
            if (found != null && other && isAttached()) {
                askWhetherItHolds(found);
            }
        }
    }

    private void askWhetherItHolds(Plan asked) {
        staleness = new Staleness.Asking();
        Background.run(live, "staleness", () -> model.staleness(asked.id()), answer -> {
            staleness = switch (answer) {
                case Answer.Value<Staleness> known -> known.value();
                case Answer.Failed<Staleness> failed -> new Staleness.Unknown(failed.problem());
            };
            if (body != null) {
                body.show(staleness);
            }
        });
    }

    private void rolloutsChanged() {
        if (body != null) {
            body.showBar();
        }
    }

    private void planChanged() {
        load();
        rebuild();
    }

    @Override
    protected String title() {
        return plan == null ? Texts.get("rollout.review.title.none") : Texts.get("rollout.review.title", plan.number());
    }

    @Override
    public String here() {
        return Texts.get("rollout.review.title.none");
    }

    @Override
    public List<Crumb> crumbs() {
        return installation == null
                ? List.of()
                : List.of(
                        new Crumb(Texts.get("rollout.crumb.installations"), "installations"),
                        new Crumb(installation.name(), "installations/" + installation.id()));
    }

    @Override
    protected void build() {
        if (installation != null) {
            fillHeight();
            body = new ReviewBody(model, installation, plan, reading, mayOperate(), this);
            body.fill(this, title());
            body.show(staleness);
            body.show(refusal);
        }
    }

    @Override
    public void decide(PlanEntry entry, Decision decision) {
        if (plan != null) {
            refusal = null;
            reading.select(entry);
            var current = plan;
            Background.run(live, "decide", () -> model.decide(current, entry, decision), answer -> {
                if (answer instanceof Answer.Failed<Plan>(var problem)) {
                    refusal = problem;
                }
                planChanged();
            });
        }
    }

    @Override
    public void show(PlanEntry entry) {
        reading.select(entry);
        if (body != null) {
            body.showSelected();
        }
    }

    @Override
    public void next() {
        if (plan != null) {
            reading.neighbour(plan, 1).ifPresent(this::show);
        }
    }

    @Override
    public void planAgain() {
        refusal = null;
        if (installation != null) {
            model.plan(installation.id());
        }
    }

    @Override
    public void takeAdvice() {
        if (plan != null) {
            var current = plan;
            Background.run(live, "advice", () -> model.takeAdvice(current), answer -> {
                switch (answer) {
                    case Answer.Value<Boolean> taken -> planAgain();
                    case Answer.Failed<Boolean> failed -> refuse(failed.problem());
                }
            });
        }
    }

    @Override
    public void start() {
        if (plan != null) {
            var current = plan;
            StartDialog.open(current, () -> {
                if (body != null) {
                    body.starting();
                }
                Background.run(live, "start", () -> model.start(current.id()), answer -> {
                    switch (answer) {
                        case Answer.Value<RolloutId> started ->
                            getUI().ifPresent(ui -> ui.navigate(RolloutLinks.rollout(started.value())));
                        case Answer.Failed<RolloutId> failed -> refuse(failed.problem());
                    }
                });
            });
        }
    }

    private void refuse(Problem problem) {
        refusal = problem;
        rebuild();
        if (plan != null && "plan-stale".equals(problem.code())) {
            askWhetherItHolds(plan);
        }
    }
}
