package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
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
    private static final int FIRST_LINES = 500;

    private final transient LivePods pods;
    private final transient PodRow pod;
    private final LogView log = new LogView();
    private final PodLogBar bar;
    private transient @Nullable Subscription stream;
    private int run;

    PodLogView(LivePods pods, PodRow pod) {
        this.pods = pods;
        this.pod = pod;
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
                        pod.name() + ".log",
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

    /** Offers these containers; the first one is opened. */
    void containers(List<String> names) {
        bar.containers(names);
    }

    List<LogLine> lines() {
        return log.lines();
    }

    private void open(String container) {
        close();
        log.clear();
        bar.say("status.log.opening", false);
        var reading = new Reading(++run);
        var live = LiveUpdates.of(this);
        var lines = new GatheredLines(live, ReaderZone.get(), reading);
        Thread.startVirtualThread(() -> {
            try {
                var opened = pods.log(pod, new LogOptions(container, true, false, FIRST_LINES), lines);
                live.run("log-open", () -> reading.opened(opened));
            } catch (ProblemException e) {
                lines.ended(e.problem());
            }
        });
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

    /** One opening of a log; what still comes of an earlier one is not shown. */
    private final class Reading implements GatheredLines.Reader {
        private final int number;

        Reading(int number) {
            this.number = number;
        }

        @Override
        public boolean isReading() {
            return number == run;
        }

        void opened(Subscription opened) {
            if (isReading() && isAttached()) {
                stream = opened;
                bar.say("status.log.following", true);
            } else {
                opened.close();
            }
        }

        @Override
        public void read(List<LogLine> batch) {
            log.append(batch);
        }

        @Override
        public void ended(@Nullable Problem problem) {
            bar.say("status.log.ended", false);
            if (problem != null) {
                var words = problem.words();
                log.append(List.of(
                        new LogLine("", "ERROR", Texts.of(problem.what()) + (words == null ? "" : " " + words))));
            }
        }
    }
}
