package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Background.Answer;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.FreshSignIn;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows what taking an installation from its cluster means, and lets it be started. */
@Route(RolloutLinks.REMOVAL)
@PermitAll
@StyleSheet("context://styles/rollout.css")
class RemovalView extends Page implements BeforeEnterObserver {
    private final transient RemovalModel model;
    private final transient ActingPerson person;
    private final LiveUpdates live = LiveUpdates.of(this);
    private transient @Nullable Installation installation;
    private transient @Nullable ClusterId cluster;
    private transient @Nullable Plan plan;
    private transient @Nullable Problem refusal;
    private transient @Nullable RemovalBody body;
    private boolean looking;
    private boolean deleteVolumes;
    /** How often it looked; only the last answer counts. */
    private int looks;

    RemovalView(RemovalModel model, ActingPerson person) {
        this.model = model;
        this.person = person;
        live.whileShown(() -> model.subscribeToRollouts(() -> live.run("rollouts", this::rolloutsChanged)));
        addAttachListener(event -> look());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        installation = parameters
                .get("installation")
                .flatMap(text -> id(text, InstallationId::of))
                .flatMap(model::installation)
                .orElse(null);
        cluster = parameters
                .get("cluster")
                .flatMap(text -> id(text, ClusterId::of))
                .orElse(null);
        if (installation == null || cluster == null) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        plan = model.latest(installation.id(), cluster).orElse(null);
        entered();
        if (isAttached()) {
            look();
        }
    }

    private static <T> Optional<T> id(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private void rolloutsChanged() {
        if (body != null) {
            body.rolloutsChanged();
        }
    }

    private boolean mayOperate() {
        return installation != null && person.may(Role.OPERATOR, installation.id());
    }

    /** Looks at the cluster anew, with the choice made about volumes; whoever may not sees what was found last. */
    private void look() {
        var shown = installation;
        var where = cluster;
        if (shown == null || where == null || !mayOperate()) {
            return;
        }
        looking = true;
        refusal = null;
        rebuild();
        var look = ++looks;
        Background.run(live, "look-" + look, () -> model.make(shown.id(), where, deleteVolumes), answer -> {
            if (look == looks) {
                found(answer);
            }
        });
    }

    private void found(Answer<Plan> answer) {
        looking = false;
        switch (answer) {
            case Answer.Value<Plan> made -> plan = made.value();
            case Answer.Failed<Plan> failed -> refuse(failed.problem());
        }
        rebuild();
    }

    private void refuse(Problem problem) {
        refusal = problem;
        plan = null;
    }

    /** Chooses what becomes of the volumes. */
    void choose(boolean delete) {
        if (delete != deleteVolumes) {
            deleteVolumes = delete;
            look();
        }
    }

    private void start(Plan chosen) {
        Background.run(live, "start", () -> model.start(chosen), answer -> {
            switch (answer) {
                case Answer.Value<RolloutId> started ->
                    getUI().ifPresent(ui -> ui.navigate(RolloutLinks.rollout(started.value())));
                case Answer.Failed<RolloutId> failed -> {
                    refusal = failed.problem();
                    rebuild();
                }
            }
        });
    }

    @Override
    protected String title() {
        return installation == null || cluster == null
                ? ""
                : Texts.get("rollout.removal.review.title", installation.name(), model.clusterName(cluster));
    }

    @Override
    public String here() {
        return Texts.get("rollout.removal.review.here");
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
            var drawn = new RemovalBody(title(), model, deleteVolumes, mayOperate(), new RemovalBody.Actions() {
                @Override
                public void choose(boolean delete) {
                    RemovalView.this.choose(delete);
                }

                @Override
                public void look() {
                    RemovalView.this.look();
                }

                @Override
                public void start(Plan chosen) {
                    FreshSignIn.before(() -> RemovalDialog.open(chosen, () -> RemovalView.this.start(chosen)));
                }
            });
            body = drawn;
            drawn.fill(this, plan, refusal, looking);
        }
    }
}
