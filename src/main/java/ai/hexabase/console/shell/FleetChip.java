package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.FleetSummary;
import ai.hexabase.console.uikit.LiveUpdates;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many clusters are live, with the way to their list. */
final class FleetChip extends Anchor {
    private static final Logger log = LoggerFactory.getLogger(FleetChip.class);
    private final FleetSummary fleet;

    FleetChip(FleetSummary fleet) {
        this.fleet = fleet;
        addClassName("hx-fresh");
        setRouterIgnore(false);
        show();
        var live = LiveUpdates.of(this);
        live.whileShown(() -> fleet.onChange(() -> live.run("fleet", this::show)));
    }

    /** What cannot be known now is not shown; the frame must stand whatever happens. */
    private void show() {
        try {
            show(fleet.now());
        } catch (RuntimeException unknown) {
            log.warn("How the fleet is could not be read", unknown);
            setVisible(false);
        }
    }

    private void show(FleetSummary.Line line) {
        setHref(line.path());
        getElement().setAttribute("aria-label", line.words());
        getElement().setAttribute("title", line.words());
        removeAll();
        add(line.status().shape(), new Span(line.words()));
        setVisible(!line.words().isEmpty());
    }
}
