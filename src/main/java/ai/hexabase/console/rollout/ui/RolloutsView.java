package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.RolloutLinks;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** All rollouts, the newest first. */
@Route(RolloutLinks.LIST)
@Menu(order = 20, title = "rollout.menu", icon = "ROLLOUT")
@PermitAll
@StyleSheet("context://styles/rollout.css")
class RolloutsView extends Page {
    private final transient Rollouts rollouts;
    private final transient Clock clock;
    private final PageHeader header = new PageHeader("");
    private RolloutGrid grid;
    private boolean empty = true;

    RolloutsView(Rollouts rollouts, Clock clock) {
        this.rollouts = rollouts;
        this.clock = clock;
        grid = new RolloutGrid(rollouts, clock);
        var live = LiveUpdates.of(this);
        live.whileShown(() -> rollouts.subscribe(() -> live.run("rollouts", this::refresh)));
    }

    @Override
    protected String title() {
        return Texts.get("rollout.menu");
    }

    @Override
    protected void build() {
        fillHeight();
        empty = rollouts.count() == 0;
        header.title(title());
        add(header);
        if (empty) {
            add(new Panel(title(), nothingYet()));
        } else {
            grid = new RolloutGrid(rollouts, clock);
            var frame = new Div(grid);
            frame.addClassNames("hx-panel", "hx-fill-panel");
            add(frame);
        }
        facts();
    }

    private void refresh() {
        if (empty) {
            rebuild();
        } else {
            grid.getDataProvider().refreshAll();
            facts();
        }
    }

    private void facts() {
        var unfinished = rollouts.unfinished();
        var running = unfinished.stream()
                .filter(rollout -> rollout.state().isActive())
                .count();
        header.facts(Texts.get("rollout.list.facts", rollouts.count(), running, unfinished.size() - running));
    }

    private Component nothingYet() {
        return new EmptyState(
                Icons.ROLLOUT,
                Texts.get("rollout.empty.title"),
                Texts.get("rollout.empty.text"),
                Layouts.primary(
                        Texts.get("rollout.empty.action"),
                        () -> getUI().ifPresent(ui -> ui.navigate("installations"))));
    }
}
