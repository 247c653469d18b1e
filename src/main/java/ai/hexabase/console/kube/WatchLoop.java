package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One watch: lists, then follows the changes, and begins again wherever that stopped. */
final class WatchLoop implements ObjectWatch {
    private static final Logger LOG = LoggerFactory.getLogger(WatchLoop.class);
    /** Objects that are held at once while a list is read. */
    private static final int PAGE = 500;

    private final ApiHttp http;
    private final ListQuery query;
    private final WatchListener listener;
    private final Consumer<WatchLoop> whenClosed;
    private final Thread thread;
    private final ReentrantLock telling = new ReentrantLock();
    private final Backoff backoff = new Backoff();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable ApiStream stream;
    private @Nullable String version;

    WatchLoop(ApiHttp http, ListQuery query, WatchListener listener, Consumer<WatchLoop> whenClosed) {
        this.http = http;
        this.query = query;
        this.listener = listener;
        this.whenClosed = whenClosed;
        this.thread = Thread.ofVirtual()
                .name("watch " + query.kind().plural() + " of " + http.server())
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    private void run() {
        while (open()) {
            try {
                var from = version;
                version = follow(from == null ? list() : from);
            } catch (ConnectionFailed failed) {
                startOverUnlessLost(failed);
                pauseAfter(failed.problem(), failed::pauseOfAtLeast);
            } catch (RequestRefused refused) {
                version = null;
                pauseUnlessForgotten(refused);
            } catch (RuntimeException ours) {
                LOG.error("The listener of {} failed; listing again", query, ours);
                version = null;
                pauseAfter(Problem.of("kube-broken", http.server()));
            }
        }
    }

    /** A server that answers, but with errors, may have lost the version we follow; a lost connection has not. */
    private void startOverUnlessLost(ConnectionFailed failed) {
        if (failed.kind() == ConnectionFailed.Kind.SERVER_ERROR || failed.kind() == ConnectionFailed.Kind.GARBAGE) {
            version = null;
        }
    }

    private String list() {
        var reader = listener.reading();
        var paged = query.limit() == 0 ? query.limit(PAGE) : query;
        var page = Lists.page(http, paged);
        reader.page(page.items());
        while (page.continueToken() != null && open()) {
            page = Lists.page(http, paged.continuing(page.continueToken()));
            reader.page(page.items());
        }
        tell(reader::done);
        version = page.resourceVersion();
        return page.resourceVersion();
    }

    /** Follows until the stream ends; the version to go on from, null when the server has forgotten ours. */
    private @Nullable String follow(String from) {
        var events = new WatchEvents(query.kind(), from);
        try (var opened = http.open(Lists.watch(query, from), http.timeouts().request())) {
            stream = opened;
            if (!opened.ok()) {
                return refused(opened);
            }
            tell(() -> listener.connected(true, null));
            return pass(opened, events) ? events.version() : null;
        } catch (ConnectionFailed failed) {
            if (failed.kind() == ConnectionFailed.Kind.TIMED_OUT && stream != null) {
                return events.version();
            }
            throw failed;
        } finally {
            stream = null;
        }
    }

    /** Passes events on until the stream ends; false when the server has forgotten our version. */
    private boolean pass(ApiStream opened, WatchEvents events) {
        while (open()) {
            var line = opened.readLine(http.timeouts().quiet(), http.timeouts().request());
            if (line == null) {
                break;
            }
            var event = events.read(line, http.server());
            if (event instanceof WatchEvents.Forgotten) {
                return false;
            }
            tell(() -> event.tell(listener));
            version = events.version();
            backoff.reset();
        }
        if (events.count() == 0) {
            pause(); // a stream that ended without a word must not be asked for again and again
        }
        return true;
    }

    private @Nullable String refused(ApiStream opened) {
        var answer = opened.readAll(http.timeouts().request());
        if (answer.code() == 410) {
            return null;
        }
        throw new RequestRefused(answer.refusal());
    }

    private void tell(Runnable news) {
        telling.lock();
        try {
            if (open()) {
                news.run();
            }
        } finally {
            telling.unlock();
        }
    }

    private void pauseUnlessForgotten(RequestRefused refused) {
        if (refused.refusal().code() == 410) {
            pause();
        } else {
            pauseAfter(refused.problem());
        }
    }

    private void pauseAfter(Problem problem) {
        pauseAfter(problem, UnaryOperator.identity());
    }

    private void pauseAfter(Problem problem, UnaryOperator<Duration> wish) {
        if (open()) {
            tell(() -> listener.connected(false, problem));
            pause(wish.apply(backoff.next()));
        }
    }

    private void pause() {
        pause(backoff.next());
    }

    private void pause(Duration time) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            closed.countDown();
        }
    }

    /** Waits a moment for a listener that is being told something right now, unless that is who closes. */
    @Override
    public void close() {
        boolean quiet = waitForListener();
        closed.countDown();
        if (quiet) {
            thread.interrupt();
            telling.unlock();
        }
        var open = stream;
        if (open != null) {
            open.close();
        }
        whenClosed.accept(this);
    }

    private boolean waitForListener() {
        try {
            return telling.tryLock(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
