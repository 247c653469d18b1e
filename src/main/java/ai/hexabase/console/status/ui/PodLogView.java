package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.status.LivePods;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.LogLine;
import ai.hexabase.console.uikit.LogView;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The log of one container of a pod, followed. */
final class PodLogView extends Div {
    private static final int FIRST_LINES = 500;

    private final transient LivePods pods;
    private final transient PodRow pod;
    private final Select<String> container = new Select<>();
    private final LogView log = new LogView();
    private final Span state = new Span();
    private final TextField search = new TextField();
    private transient @Nullable Subscription stream;
    private int run;

    PodLogView(LivePods pods, PodRow pod) {
        this.pods = pods;
        this.pod = pod;
        addClassName("hx-pod-log");
        container.setAriaLabel(Texts.get("status.log.container"));
        container.addClassName("hx-log-container");
        container.addValueChangeListener(change -> open(change.getValue()));
        log.setLabel(Texts.get("status.log"));
        log.setFollow(true);
        log.setWrap(true);
        state.addClassName("hx-fresh");
        add(bar(), log);
        LiveUpdates.of(this);
    }

    private Div bar() {
        search.setPlaceholder(Texts.get("status.log.search"));
        search.setAriaLabel(Texts.get("status.log.search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setClearButtonVisible(true);
        search.setVisible(false);
        search.addValueChangeListener(change -> log.setSearch(change.getValue()));
        var find = icon(Icons.SEARCH, "status.log.search");
        find.addClickListener(click -> {
            search.setVisible(!search.isVisible());
            search.focus();
        });
        var download = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8)),
                        pod.name() + ".log",
                        "text/plain; charset=utf-8",
                        -1)),
                "");
        download.add(Icons.DOWNLOAD.create());
        download.addClassName("hx-icon-link");
        download.setAriaLabel(Texts.get("status.log.download"));
        var title = new Span(Texts.get("status.log"));
        title.addClassName("hx-b");
        var grow = new Span();
        grow.addClassName("hx-grow");
        var bar = new Div(title, container, grow, search, state, find, download);
        bar.addClassName("hx-log-bar");
        return bar;
    }

    private static Button icon(Icons icon, String key) {
        var button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClassName("hx-icon-button");
        button.setAriaLabel(Texts.get(key));
        return button;
    }

    /** Offers these containers; the first one is opened. */
    void containers(List<String> names) {
        if (container.getValue() == null && !names.isEmpty()) {
            container.setItems(names);
            container.setValue(names.getFirst());
        }
    }

    List<LogLine> lines() {
        return log.lines();
    }

    private String text() {
        return log.lines().stream()
                .map(line -> line.time() + " " + line.level() + " " + line.text())
                .collect(Collectors.joining("\n"));
    }

    private void open(String name) {
        close();
        log.clear();
        say("status.log.opening", false);
        var mine = ++run;
        var live = LiveUpdates.of(this);
        var listener = new Lines(live, mine, ReaderZone.get());
        Thread.startVirtualThread(() -> {
            try {
                var opened = pods.log(pod, new LogOptions(name, true, false, FIRST_LINES), listener);
                live.run("log-open", () -> {
                    if (mine == run && isAttached()) {
                        stream = opened;
                        say("status.log.following", true);
                    } else {
                        opened.close();
                    }
                });
            } catch (ProblemException e) {
                listener.ended(e.problem());
            }
        });
    }

    private void say(String key, boolean live) {
        state.removeAll();
        var dot = new Span();
        dot.addClassName("hx-fresh-mark");
        state.setClassName("hx-fresh" + (live ? " hx-fresh-live" : ""));
        state.add(dot, new Span(Texts.get(key)));
    }

    private void close() {
        var open = stream;
        stream = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        run++;
        close();
    }

    /** Gathers lines between two pushes. */
    private final class Lines implements LogListener {
        private final LiveUpdates live;
        private final int of;
        private final ZoneId zone;
        private final ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>();

        Lines(LiveUpdates live, int of, ZoneId zone) {
            this.live = live;
            this.of = of;
            this.zone = zone;
        }

        @Override
        public void line(String line) {
            waiting.add(line);
            live.run("log", this::drain);
        }

        private void drain() {
            if (of != run) {
                return;
            }
            var batch = new ArrayList<LogLine>();
            for (var line = waiting.poll(); line != null; line = waiting.poll()) {
                batch.add(LogWords.read(line, zone));
            }
            log.append(batch);
        }

        @Override
        public void ended(@Nullable Problem problem) {
            live.run("log-end", () -> {
                if (of == run) {
                    drain();
                    say("status.log.ended", false);
                    if (problem != null) {
                        var words = problem.words();
                        log.append(List.of(new LogLine(
                                "", "ERROR", Texts.of(problem.what()) + (words == null ? "" : " " + words))));
                    }
                }
            });
        }
    }
}
