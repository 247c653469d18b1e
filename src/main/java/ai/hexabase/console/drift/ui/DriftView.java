package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.drift.DriftLinks;
import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
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
import org.jspecify.annotations.Nullable;

/** Where one installation's cluster differs from what was rolled out last, and what can be done about it. */
@Route(DriftLinks.DRIFT)
@PermitAll
@StyleSheet("context://styles/drift.css")
class DriftView extends Page implements BeforeEnterObserver {
    private final transient DriftModel model;
    private @Nullable Installation installation;
    private transient @Nullable DriftReport report;

    DriftView(DriftModel model) {
        this.model = model;
        var live = LiveUpdates.of(this);
        live.whileShown(() -> {
            var shown = installation;
            return shown == null ? () -> {} : model.subscribe(shown.id(), () -> live.run("drift", this::refresh));
        });
    }

    /** Only when there is something else to show: building again takes the reader's place on the page away. */
    private void refresh() {
        var shown = installation;
        if (shown != null && !model.report(shown.id()).equals(report)) {
            rebuild();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        installation = event.getRouteParameters()
                .get("installation")
                .flatMap(DriftView::id)
                .flatMap(model::find)
                .orElse(null);
        if (installation == null) {
            event.rerouteToError(NotFoundException.class);
        } else {
            entered();
        }
    }

    private static Optional<InstallationId> id(String text) {
        try {
            return Optional.of(InstallationId.of(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    protected String title() {
        return Texts.get("drift.title");
    }

    @Override
    public List<Crumb> crumbs() {
        var list = new Crumb(Texts.get("installation.list.title"), InstallationLinks.LIST);
        var shown = installation;
        return shown == null ? List.of(list) : List.of(list, new Crumb(shown.name(), InstallationLinks.of(shown.id())));
    }

    @Override
    protected void build() {
        var shown = installation;
        if (shown != null) {
            var now = model.report(shown.id());
            report = now;
            new DriftBody(model, shown, now).fill(this);
        }
    }
}
