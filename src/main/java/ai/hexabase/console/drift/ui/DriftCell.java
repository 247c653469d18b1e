package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.drift.DriftLinks;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.StatusLabel;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** How one installation stands, in a cell that leads to its differences and keeps itself up to date. */
final class DriftCell extends Anchor {
    private final transient DriftModel model;
    private final InstallationId installation;

    DriftCell(DriftModel model, InstallationId installation) {
        this.model = model;
        this.installation = installation;
        setHref(DriftLinks.of(installation));
        setRouterIgnore(false);
        addClassName("hx-drift-cell");
        var live = LiveUpdates.of(this);
        live.whileShown(() -> model.subscribe(installation, () -> live.run("drift", this::refresh)));
        refresh();
    }

    private void refresh() {
        var report = model.report(installation);
        removeAll();
        add(new StatusLabel(DriftWords.status(report.state()), DriftWords.state(report.state(), model.now())));
        var ignored = DriftWords.ignored(report);
        if (!ignored.isEmpty()) {
            var remark = new Span(ignored);
            remark.addClassName("hx-remark");
            add(remark);
        }
    }
}
