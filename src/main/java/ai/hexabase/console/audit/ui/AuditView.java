package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.audit.Chain;
import ai.hexabase.console.audit.ChainReport;
import ai.hexabase.console.audit.Entry;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.audit.Export;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Cells;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Splits;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Who did what, and what was refused; whether the record is whole. */
@Route(AuditLinks.AUDIT)
@Menu(order = 210, title = "audit.menu", icon = "AUDIT")
@RolesAllowed({"ADMIN", "AUDITOR"})
class AuditView extends Page implements BeforeEnterObserver {
    private final transient Acts acts;
    private final transient Chain chain;
    private final transient Export export;
    private final transient Clock clock;
    private final Div notices = new Div();
    private transient EntryQuery query = EntryQuery.ALL;
    private MasterDetailLayout split = new MasterDetailLayout();
    private Grid<Entry> grid = new Grid<>();

    AuditView(Acts acts, Chain chain, Export export, Clock clock) {
        this.acts = acts;
        this.chain = chain;
        this.export = export;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var link = event.getLocation().getQueryParameters();
        query = link.getSingleParameter("object")
                .flatMap(type -> link.getSingleParameter("id").map(id -> EntryQuery.about(type, id)))
                .orElse(EntryQuery.ALL);
        entered();
    }

    @Override
    protected String title() {
        return Texts.get("audit.title");
    }

    @Override
    protected void build() {
        fillHeight();
        var header = new PageHeader(title());
        header.facts(Texts.get("audit.facts"));
        header.actions(
                new AuditDownload(export, () -> query, AuditDownload.Format.CSV),
                new AuditDownload(export, () -> query, AuditDownload.Format.JSON_LINES),
                verifyButton());
        notices.removeAll();
        grid = grid();
        split = Splits.prepare(new MasterDetailLayout(), grid, this::close);
        add(header, notices, new AuditFilterBar(query, acts.kinds(), this::show), split);
    }

    private void show(EntryQuery wanted) {
        query = wanted;
        close();
        grid.getDataProvider().refreshAll();
    }

    private Button verifyButton() {
        var button = Layouts.primary(Texts.get("audit.verify"), () -> {});
        button.setDisableOnClick(true);
        button.addClickListener(click -> verify(button));
        return button;
    }

    /** Reads every entry, which takes a while on a long record. */
    private void verify(Button button) {
        notices.removeAll();
        notices.add(new ProblemNotice(Status.PROGRESSING, Texts.get("audit.verifying"), ""));
        Background.run(LiveUpdates.of(this), "verified", chain::verify, answer -> {
            notices.removeAll();
            switch (answer) {
                case Background.Answer.Value<ChainReport>(ChainReport report) -> notices.add(told(report));
                case Background.Answer.Failed<ChainReport>(Problem why) -> notices.add(new ProblemNotice(why));
            }
            button.setEnabled(true);
        });
    }

    private Component told(ChainReport report) {
        var problem = report.problem();
        if (problem != null) {
            return new ProblemNotice(problem);
        }
        var told = new ProblemNotice(
                Status.OK,
                Texts.get("audit.whole", report.entries()),
                Texts.get(
                        "audit.whole.why", report.checkpoints(), Formats.exact(report.checkedAt(), ReaderZone.get())));
        return report.removed() == 0 ? told : told.more(new Span(Texts.get("audit.whole.removed", report.removed())));
    }

    private Grid<Entry> grid() {
        var made = Layouts.dense(new Grid<Entry>());
        made.setDataProvider(DataProvider.fromCallbacks(
                page -> acts.find(query, page.getOffset(), page.getLimit()).stream(), page -> acts.count(query)));
        made.setSizeFull();
        made.addComponentColumn(entry -> Cells.when(entry.at(), clock))
                .setHeader(header("at"))
                .setWidth("110px")
                .setFlexGrow(0);
        made.addColumn(AuditWords::who)
                .setHeader(header("who"))
                .setWidth("140px")
                .setFlexGrow(0);
        made.addColumn(entry -> AuditWords.kind(entry.act().kind()))
                .setHeader(header("what"))
                .setWidth("180px")
                .setFlexGrow(3);
        made.addComponentColumn(entry -> Cells.text(AuditWords.object(entry)))
                .setHeader(header("object"))
                .setWidth("130px")
                .setFlexGrow(2);
        made.addComponentColumn(entry -> new StatusLabel(
                        AuditWords.status(entry.act().result()),
                        AuditWords.result(entry.act().result())))
                .setHeader(header("result"))
                .setWidth("106px")
                .setFlexGrow(0);
        made.addComponentColumn(entry -> Cells.text(
                        entry.act().reason() == null ? "" : entry.act().reason()))
                .setHeader(header("reason"))
                .setWidth("80px")
                .setFlexGrow(1);
        made.setEmptyStateText(Texts.get("audit.empty"));
        made.asSingleSelect().addValueChangeListener(change -> open(change.getValue()));
        return made;
    }

    private static String header(String key) {
        return Texts.get("audit." + key);
    }

    private void open(@Nullable Entry entry) {
        split.setDetail(entry == null ? null : new EntryPanel(entry, this::close));
    }

    private void close() {
        grid.deselectAll();
        split.setDetail(null);
    }
}
