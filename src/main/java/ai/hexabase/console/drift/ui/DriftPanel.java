package ai.hexabase.console.drift.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.drift.DriftLinks;
import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.drift.DriftState;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** On an installation's page: whether its cluster still stands as rolled out; keeps itself up to date. */
final class DriftPanel extends Panel {
    private static final int MOST_NAMED = 4;

    private final transient DriftModel model;
    private final InstallationId installation;
    private final Div content = new Div();

    DriftPanel(DriftModel model, InstallationId installation) {
        super(Texts.get("drift.title"));
        this.model = model;
        this.installation = installation;
        var open = new Anchor(DriftLinks.of(installation), Texts.get("drift.open"));
        open.setRouterIgnore(false);
        facts(open);
        content.addClassName("hx-dialog-column");
        padded(content);
        var live = LiveUpdates.of(this);
        live.whileShown(() -> model.subscribe(installation, () -> live.run("drift", this::refresh)));
        refresh();
    }

    private void refresh() {
        var report = model.report(installation);
        content.removeAll();
        content.add(new Div(
                new StatusLabel(DriftWords.status(report.state()), DriftWords.state(report.state(), model.now()))));
        if (!report.open().isEmpty()) {
            content.add(names(report));
        }
        var ignored = DriftWords.ignored(report);
        if (!ignored.isEmpty()) {
            content.add(remark(ignored));
        }
        content.add(remark(freshness(report)));
    }

    private static UnorderedList names(DriftReport report) {
        var list = new UnorderedList();
        list.addClassName("hx-drift-names");
        report.open().stream()
                .limit(MOST_NAMED)
                .forEach(object -> list.add(
                        new ListItem(Texts.get("drift.named", DriftWords.object(object), DriftWords.kind(object)))));
        var more = report.open().size() - MOST_NAMED;
        if (more > 0) {
            list.add(new ListItem(Texts.get("drift.named.more", more)));
        }
        return list;
    }

    private String freshness(DriftReport report) {
        var at = report.comparedAt();
        if (at == null || report.state() instanceof DriftState.NotRolledOut) {
            return Texts.get("drift.compared.never");
        }
        return Texts.get("drift.compared", report.compared(), DriftWords.clock(at, model.now()));
    }

    private static Span remark(String text) {
        var remark = new Span(text);
        remark.addClassName("hx-small-text");
        return remark;
    }
}
