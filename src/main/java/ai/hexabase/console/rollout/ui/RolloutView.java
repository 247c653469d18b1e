package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.rollout.WaysBack;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Background.Answer;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One rollout as it goes on: steps, what it waits for, what happened. */
@Route(RolloutLinks.ROLLOUT)
@PermitAll
@StyleSheet("context://styles/rollout.css")
class RolloutView extends Page implements BeforeEnterObserver, RolloutActions {
    private final transient Rollouts rollouts;
    private final transient WaysBack ways;
    private final transient ActingPerson person;
    private final transient Clock clock;
    private final LiveUpdates live = LiveUpdates.of(this);
    private transient @Nullable Rollout rollout;
    private transient @Nullable Problem refusal;
    private @Nullable RolloutBody body;

    RolloutView(Rollouts rollouts, WaysBack ways, ActingPerson person, Clock clock) {
        this.rollouts = rollouts;
        this.ways = ways;
        this.person = person;
        this.clock = clock;
        live.whileShown(() -> {
            var shown = rollout;
            return shown == null ? () -> {} : rollouts.subscribe(shown.id(), () -> live.run("rollout", this::refresh));
        });
        // What happened between reading and listening is not told again.
        addAttachListener(event -> refresh());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        rollout = event.getRouteParameters()
                .get("rollout")
                .flatMap(RolloutView::id)
                .flatMap(rollouts::find)
                .orElse(null);
        refusal = null;
        if (rollout == null) {
            event.rerouteToError(NotFoundException.class);
        } else {
            entered();
        }
    }

    private static Optional<RolloutId> id(String text) {
        try {
            return Optional.of(RolloutId.of(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    protected String title() {
        return rollout == null ? "" : RolloutWords.title(rollout);
    }

    @Override
    public String here() {
        return rollout == null ? "" : rollout.number() + " " + rollout.installationName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("rollout.menu"), RolloutLinks.LIST));
    }

    @Override
    protected void build() {
        if (rollout != null) {
            fillHeight();
            rollout = rollouts.get(rollout.id());
            body = new RolloutBody(rollout, rollouts, ways.revisionBefore(rollout), clock, whyNot(), this);
            body.fill(this);
            body.show(rollout, refusal);
        }
    }

    private void refresh() {
        if (rollout != null && body != null) {
            rollout = rollouts.get(rollout.id());
            body.show(rollout, refusal);
        }
    }

    /** Why this person cannot steer it; empty when they can. */
    private String whyNot() {
        return rollout == null || person.may(Role.OPERATOR, rollout.installation()) ? "" : Rights.reason(Role.OPERATOR);
    }

    @Override
    public void retry() {
        steer(id -> rollouts.retry(id));
    }

    @Override
    public void pause() {
        steer(id -> rollouts.pause(id));
    }

    @Override
    public void resume() {
        steer(id -> rollouts.resume(id));
    }

    @Override
    public void cancel() {
        if (rollout != null) {
            CancelDialog.open(rollout, () -> steer(id -> rollouts.cancel(id)));
        }
    }

    @Override
    public void showWayBack(int revision) {
        if (rollout != null) {
            new WayBackDialog(ways, rollout.installation(), rollout.plan(), revision).open();
        }
    }

    private void steer(Consumer<RolloutId> act) {
        if (rollout != null) {
            var id = rollout.id();
            var answer = Background.answer(() -> {
                act.accept(id);
                return id;
            });
            refusal = answer instanceof Answer.Failed<RolloutId>(var problem) ? problem : null;
            refresh();
        }
    }

    @Override
    public void open(String path) {
        var place = new Location(path);
        getUI().ifPresent(ui -> ui.navigate(place.getPath(), place.getQueryParameters()));
    }
}
