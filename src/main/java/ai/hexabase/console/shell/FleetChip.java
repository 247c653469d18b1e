package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.FleetSummary;
import ai.hexabase.console.uikit.LiveUpdates;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** How many clusters are live, with the way to their list. */
final class FleetChip extends Anchor {
    private final FleetSummary fleet;

    FleetChip(FleetSummary fleet) {
        this.fleet = fleet;
        addClassName("hx-fresh");
        setRouterIgnore(false);
        show();
        var live = LiveUpdates.of(this);
        live.whileShown(() -> fleet.onChange(() -> live.run("fleet", this::show)));
    }

    private void show() {
        var line = fleet.now();
        setHref(line.path());
        getElement().setAttribute("aria-label", line.words());
        getElement().setAttribute("title", line.words());
        removeAll();
        add(line.status().shape(), new Span(line.words()));
        setVisible(!line.words().isEmpty());
    }
}
