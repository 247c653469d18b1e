package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.status.LiveLinks;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.LogAudience;
import ai.hexabase.console.status.LogEntry;
import ai.hexabase.console.status.LogOrigin;
import ai.hexabase.console.status.LogWish;
import ai.hexabase.console.status.ManyLogs;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.LogLine;
import ai.hexabase.console.uikit.LogView;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logs of several pods in one, sorted by time, as lines are written; opened by link, ends with the page. */
@Route(LiveLinks.LOGS)
@PermitAll
class LogsView extends Page implements BeforeEnterObserver {
    /** Lines kept on the page. */
    static final int MOST_LINES = 5_000;

    private final transient LivePods pods;
    private final transient Clock clock;
    private final transient LogsModel model;
    private LogTones tones = new LogTones();
    private LogView log = new LogView(MOST_LINES);
    private LogLegend legend = new LogLegend(tones, this::hide);
    private LogsBar bar;
    private FreshnessChip chip = new FreshnessChip();
    private final Div foot = new Div();
    private long lost;
    private transient LogAudience.@Nullable Overview overview;
    private transient @Nullable ManyLogs open;
    private transient @Nullable LogsFeed feed;

    LogsView(LivePods pods, Clusters clusters, Clock clock) {
        this.pods = pods;
        this.clock = clock;
        model = new LogsModel(clusters, clock);
        bar = new LogsBar(log, model, this::reopen);
        foot.addClassName("hx-logs-foot");
        LiveUpdates.of(this).whileShown(() -> {
            reopen();
            return this::close;
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        model.enter(event.getLocation().getQueryParameters());
        entered();
    }

    @Override
    protected String title() {
        return Texts.get("status.logs.title");
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("status.pods.title"), LiveLinks.PODS));
    }

    @Override
    protected void build() {
        fillHeight();
        var header = new PageHeader(title());
        add(header);
        if (model.wish().isEmpty()) {
            add(new Panel(
                    title(),
                    new EmptyState(
                            Icons.PODS,
                            Texts.get("status.logs.empty.title"),
                            Texts.get("status.logs.empty.text"),
                            Layouts.primary(
                                    Texts.get("status.logs.empty.pods"),
                                    () -> UI.getCurrent().navigate(LiveLinks.PODS)))));
            return;
        }
        chip = new FreshnessChip();
        header.facts(model.facts().toArray(String[]::new));
        header.actions(chip, LogsDownload.lines(model, () -> log), LogsDownload.archive(model, () -> open));
        parts();
        show();
    }

    /** Everything anew in the reader's language; the lines read so far stay. */
    private void parts() {
        var lines = log.lines();
        lost += log.dropped();
        log = new LogView(MOST_LINES);
        log.setLabel(Texts.get("status.logs.title"));
        log.setFollow(true);
        log.setWrap(true);
        log.append(lines);
        legend = new LogLegend(tones, this::hide);
        bar = new LogsBar(log, model, this::reopen);
        var frame = new Div(log, foot);
        frame.addClassNames("hx-panel", "hx-logs-lines");
        var both = new Div(legend, frame);
        both.addClassName("hx-logs");
        add(bar, both);
    }

    private void hide(Set<LogOrigin> origins) {
        log.hide(origins.stream().map(LogTones::source).toList());
    }

    /** Reads from the start what is wanted now. */
    private void reopen() {
        close();
        log.clear();
        lost = 0;
        overview = null;
        tones = new LogTones();
        model.wish().ifPresent(this::open);
        rebuild();
    }

    private void open(LogWish wish) {
        var heard = new LogsFeed(LiveUpdates.of(this), MOST_LINES, this::read, this::overview);
        feed = heard;
        open = pods.logs(wish, heard);
    }

    private void close() {
        var heard = feed;
        var logs = open;
        feed = null;
        open = null;
        if (heard != null) {
            heard.close();
        }
        if (logs != null) {
            // closing waits for a listener that may wait for this page
            Thread.startVirtualThread(logs::close);
        }
    }

    private void read(List<LogEntry> batch, long missed) {
        lost += missed;
        var zone = ReaderZone.get();
        log.append(batch.stream().map(entry -> tones.line(entry, zone)).toList());
        bar.showPause();
        foot();
    }

    private void overview(LogAudience.Overview now) {
        overview = now;
        show();
    }

    private void show() {
        var now = overview;
        if (now != null) {
            legend.show(now.logs());
            LiveFreshness.show(chip, List.of(now.reachability()), clock.instant());
        }
        foot();
    }

    private void foot() {
        foot.setText(LogsFoot.words(overview, MOST_LINES, log.dropped() + lost));
    }

    List<LogLine> lines() {
        return log.lines();
    }

    LogLegend legend() {
        return legend;
    }
}
