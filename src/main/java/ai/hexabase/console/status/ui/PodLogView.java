package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.LogLine;
import ai.hexabase.console.uikit.LogView;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The log of one container of a pod, followed. */
final class PodLogView extends Div {
    /** Opens the log of one container; may take as long as the cluster takes to answer. */
    @FunctionalInterface
    interface Source {
        Subscription open(LogOptions options, LogListener lines);
    }

    private static final int FIRST_LINES = 500;

    private final String pod;
    private final transient Source source;
    private final LogView log = new LogView();
    private final PodLogBar bar;
    private transient @Nullable Reading reading;

    PodLogView(String pod, Source source) {
        this.pod = pod;
        this.source = source;
        addClassName("hx-pod-log");
        log.setLabel(Texts.get("status.log"));
        log.setFollow(true);
        log.setWrap(true);
        bar = new PodLogBar(this::open, log::setSearch, download());
        add(bar, log);
        LiveUpdates.of(this);
    }

    private Anchor download() {
        var download = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8)),
                        pod + ".log",
                        "text/plain; charset=utf-8",
                        -1)),
                "");
        download.add(Icons.DOWNLOAD.create());
        download.addClassName("hx-icon-link");
        download.setAriaLabel(Texts.get("status.log.download"));
        return download;
    }

    private String text() {
        return log.lines().stream()
                .map(line -> line.time() + " " + line.level() + " " + line.text())
                .collect(Collectors.joining("\n"));
    }

    /** Offers these; the first one is opened, unless one is open already. */
    void offer(List<LogSource> sources) {
        bar.offer(sources);
    }

    /** Leads to the logs of all pods that this one is one of. */
    void together(String path) {
        var link = new Anchor(path, Texts.get("status.logs.open-workload"));
        link.setRouterIgnore(false);
        bar.add(link);
    }

    List<LogLine> lines() {
        return log.lines();
    }

    private void open(LogSource chosen) {
        close();
        log.clear();
        bar.say("status.log.opening", false);
        var begun = new Reading();
        reading = begun;
        var lines = new GatheredLines(LiveUpdates.of(this), ReaderZone.get(), begun);
        Thread.startVirtualThread(() -> {
            try {
                begun.opened(source.open(options(chosen), lines));
            } catch (ProblemException e) {
                lines.ended(e.problem());
            }
        });
    }

    /** A run that is over has nothing to follow. */
    private static LogOptions options(LogSource chosen) {
        return new LogOptions(chosen.container(), !chosen.previous(), chosen.previous(), FIRST_LINES);
    }

    private void close() {
        var open = reading;
        reading = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        close();
    }

    /** One opening of a log; what still comes after it was closed is not shown, a stream included. */
    private final class Reading implements GatheredLines.Reader {
        private final LiveUpdates live = LiveUpdates.of(PodLogView.this);
        private boolean closed;
        private boolean over;
        private @Nullable Subscription stream;

        @Override
        public synchronized boolean isReading() {
            return !closed;
        }

        /** On any thread; news for the page could be dropped, so the stream is kept before they are told. */
        void opened(Subscription opened) {
            if (keep(opened)) {
                live.run(this, this::follow);
            } else {
                opened.close();
            }
        }

        private synchronized boolean keep(Subscription opened) {
            if (!closed) {
                stream = opened;
            }
            return !closed;
        }

        private void follow() {
            if (isReading() && !over) {
                bar.say("status.log.following", true);
            }
        }

        void close() {
            var open = end();
            if (open != null) {
                open.close();
            }
        }

        private synchronized @Nullable Subscription end() {
            closed = true;
            return stream;
        }

        @Override
        public void read(List<LogLine> batch) {
            log.append(batch);
        }

        @Override
        public void ended(@Nullable Problem problem) {
            over = true;
            bar.say("status.log.ended", false);
            if (problem != null) {
                var words = problem.words();
                log.append(List.of(
                        new LogLine("", "ERROR", Texts.of(problem.what()) + (words == null ? "" : " " + words))));
            }
        }
    }
}
