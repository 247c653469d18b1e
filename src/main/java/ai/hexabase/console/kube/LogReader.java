package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one container's log in a thread of its own. */
final class LogReader implements LogStream {
    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

    private final ApiHttp http;
    private final ObjectRef pod;
    private final LogOptions options;
    private final LogListener listener;
    private final Consumer<LogReader> whenClosed;
    private final Thread thread;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable ApiStream stream;

    LogReader(ApiHttp http, ObjectRef pod, LogOptions options, LogListener listener, Consumer<LogReader> whenClosed) {
        this.http = http;
        this.pod = pod;
        this.options = options;
        this.listener = listener;
        this.whenClosed = whenClosed;
        this.thread = Thread.ofVirtual().name("log of " + pod).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Problem problem = null;
        try {
            read();
        } catch (ProblemException failed) {
            problem = failed.problem();
        } catch (RuntimeException ours) {
            LOG.error("The listener of the log of {} failed", pod, ours);
            problem = Problem.of("kube-broken", http.server());
        }
        if (closed.compareAndSet(false, true)) {
            whenClosed.accept(this);
            listener.ended(problem);
        }
    }

    /** A container that is followed may be silent for hours, so only reading without following has a time limit. */
    private void read() {
        var patience = options.follow() ? null : http.timeouts().request();
        try (var opened = http.open(request(), patience)) {
            stream = opened;
            if (!opened.ok()) {
                throw new RequestRefused(
                        opened.readAll(http.timeouts().request()).refusal());
            }
            var line = opened.readLine(patience);
            while (line != null && !closed.get()) {
                listener.line(line);
                line = opened.readLine(patience);
            }
        }
    }

    private ApiRequest request() {
        return ApiRequest.get(ApiRequest.object(pod) + "/log")
                .with("container", options.container())
                .with("timestamps", true)
                .when(options.follow(), "follow", true)
                .when(options.previous(), "previous", true)
                .when(options.tailLines() > 0, "tailLines", options.tailLines())
                .with("sinceTime", second(options.since()));
    }

    private static @Nullable Instant second(@Nullable Instant since) {
        return since == null ? null : since.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            var open = stream;
            if (open != null) {
                open.close();
            }
            thread.interrupt();
            whenClosed.accept(this);
        }
    }
}
