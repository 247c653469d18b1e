package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.audit.ForwardTargets;
import ai.hexabase.console.audit.Retention;
import ai.hexabase.console.audit.Retentions;
import ai.hexabase.console.audit.Stub;
import ai.hexabase.console.news.Changes;
import ai.hexabase.console.uikit.Cells;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.LastChange;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** How long the record is kept, whether it is held, what goes next, what went, and where it is forwarded to. */
@Route(AuditLinks.SETTINGS)
@Menu(order = 920, title = "audit.retention.menu", icon = "LOCK")
@RolesAllowed("ADMIN")
class RetentionView extends Page {
    private final transient Retentions retentions;
    private final transient ForwardTargets targets;
    private final transient Changes changes;
    private final transient Clock clock;

    RetentionView(Retentions retentions, ForwardTargets targets, Changes changes, Clock clock) {
        this.retentions = retentions;
        this.targets = targets;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    protected String title() {
        return Texts.get("audit.retention.title");
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(Texts.get("audit.retention.facts"));
        var current = retentions.current();
        var change = Layouts.small(
                Texts.get("audit.retention.change"),
                () -> FreshSignIn.before(() -> new RetentionDialog(retentions, current, this::rebuild).open()));
        var keep = new Panel(Texts.get("audit.retention.keep")).facts(change).padded(facts(current));
        add(header, Layouts.column(keep, new ForwardPanel(targets, changes, clock), removed(retentions.removed())));
    }

    private KeyValueList facts(Retention current) {
        var list = new KeyValueList()
                .with(Texts.get("audit.retention.kept"), RetentionWords.days(current.keepDays()))
                .with(Texts.get("audit.retention.hold"), hold(current));
        if (current.reason() != null) {
            list.with(Texts.get("audit.retention.reason"), current.reason());
        }
        return list.with(Texts.get("audit.retention.removes"), removes(current))
                .with(Texts.get("audit.retention.changed"), LastChange.words(current.changedAt(), current.changedBy()));
    }

    private static Component hold(Retention current) {
        return current.legalHold()
                ? new StatusLabel(Status.HELD, Texts.get("audit.retention.hold.on"))
                : new Span(Texts.get("audit.retention.hold.off"));
    }

    private String removes(Retention current) {
        var prunable = retentions.prunable(current.keepDays());
        return current.legalHold()
                ? Texts.get("audit.retention.removes.held", prunable.entries())
                : RetentionWords.removes(prunable);
    }

    private static Component removed(List<Stub> stubs) {
        var panel = new Panel(Texts.get("audit.retention.removed"));
        if (stubs.isEmpty()) {
            panel.add(new EmptyState(
                    Icons.AUDIT,
                    Texts.get("audit.retention.removed.empty"),
                    Texts.get("audit.retention.removed.empty.text")));
            return panel;
        }
        panel.count(stubs.size());
        panel.add(grid(stubs));
        return panel;
    }

    private static Grid<Stub> grid(List<Stub> stubs) {
        var grid = Layouts.dense(new Grid<Stub>());
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(stubs.size() <= 20);
        grid.addColumn(stub -> Formats.exact(Instant.parse(stub.at()), ReaderZone.get()))
                .setHeader(header("at"))
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addColumn(stub -> Formats.number(stub.fromSeq(), 0) + "–" + Formats.number(stub.toSeq(), 0))
                .setHeader(header("entries"))
                .setFlexGrow(1);
        grid.addColumn(stub -> Formats.number(stub.entries(), 0))
                .setHeader(header("count"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(stub -> RetentionWords.days(stub.keepDays()))
                .setHeader(header("days"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addComponentColumn(stub -> Cells.text(stub.hash()))
                .setHeader(header("hash"))
                .setFlexGrow(2);
        grid.setItems(stubs.reversed());
        return grid;
    }

    private static String header(String key) {
        return Texts.get("audit.retention.removed." + key);
    }
}
