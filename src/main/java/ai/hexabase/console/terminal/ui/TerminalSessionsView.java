package ai.hexabase.console.terminal.ui;

import ai.hexabase.console.terminal.TerminalLinks;
import ai.hexabase.console.terminal.TerminalSession;
import ai.hexabase.console.terminal.Terminals;
import ai.hexabase.console.uikit.Cells;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;

/** Who ran what in which container, when, why, and how it ended. */
@Route(TerminalLinks.SESSIONS)
@Menu(order = 230, title = "terminal.sessions.menu", icon = "AUDIT")
@RolesAllowed({"ADMIN", "AUDITOR"})
class TerminalSessionsView extends Page {
    private final transient Terminals terminals;
    private final transient Clock clock;

    TerminalSessionsView(Terminals terminals, Clock clock) {
        this.terminals = terminals;
        this.clock = clock;
    }

    @Override
    protected String title() {
        return Texts.get("terminal.sessions.title");
    }

    @Override
    protected void build() {
        fillHeight();
        var header = new PageHeader(title());
        header.facts(Texts.get("terminal.sessions.facts"));
        add(header);
        if (terminals.count() == 0) {
            add(new Panel(
                    title(),
                    new EmptyState(
                            Icons.AUDIT,
                            Texts.get("terminal.sessions.empty"),
                            Texts.get("terminal.sessions.empty.text"))));
            return;
        }
        var panel = new Panel(title(), grid());
        panel.addClassName("hx-fill-panel");
        add(panel);
    }

    private Grid<TerminalSession> grid() {
        var grid = Layouts.dense(new Grid<TerminalSession>());
        grid.setDataProvider(DataProvider.fromCallbacks(
                query -> terminals.sessions(query.getOffset(), query.getLimit()).stream(), query -> terminals.count()));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.addComponentColumn(session -> Cells.when(session.startedAt(), clock))
                .setHeader(header("started"))
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(TerminalSession::openedBy)
                .setHeader(header("by"))
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(TerminalSession::clusterName)
                .setHeader(header("cluster"))
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addComponentColumn(TerminalSessionsView::where)
                .setHeader(header("where"))
                .setFlexGrow(2);
        grid.addComponentColumn(session -> Cells.text(String.join(" ", session.command())))
                .setHeader(header("command"))
                .setFlexGrow(1);
        grid.addComponentColumn(session -> Cells.text(session.reason()))
                .setHeader(header("reason"))
                .setFlexGrow(2);
        grid.addColumn(this::took)
                .setHeader(header("took"))
                .setWidth("90px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(session -> Texts.get(
                        "terminal.sessions.bytes", Formats.bytes(session.bytesIn()), Formats.bytes(session.bytesOut())))
                .setHeader(header("bytes-header"))
                .setWidth("150px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(session -> TerminalWords.state(session, clock.instant()))
                .setHeader(header("end"))
                .setWidth("230px")
                .setFlexGrow(0);
        return grid;
    }

    private static String header(String key) {
        return Texts.get("terminal.sessions." + key);
    }

    private static Component where(TerminalSession session) {
        return Cells.text(session.namespace() + " / " + session.pod() + " / " + session.container());
    }

    private String took(TerminalSession session) {
        var end = session.endedAt();
        return end == null ? "" : Formats.took(Duration.between(session.startedAt(), end));
    }
}
