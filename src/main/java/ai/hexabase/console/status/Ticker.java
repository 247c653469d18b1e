package ai.hexabase.console.status;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an action at once when it is asked for, and at most once in a window for all that ask meanwhile. */
final class Ticker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledExecutorService executor;
    private final Duration window;
    private final Runnable action;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile long lastRun;
    private volatile boolean closed;

    Ticker(ScheduledExecutorService executor, Duration window, Runnable action) {
        this.executor = executor;
        this.window = window;
        this.action = action;
        this.lastRun = System.nanoTime() - window.toNanos();
    }

    void soon() {
        if (!closed && pending.compareAndSet(false, true)) {
            var wait = window.toNanos() - (System.nanoTime() - lastRun);
            executor.schedule(() -> Thread.startVirtualThread(this::run), Math.max(0, wait), TimeUnit.NANOSECONDS);
        }
    }

    /** One at a time, so that no older state overtakes a newer one. */
    private synchronized void run() {
        pending.set(false);
        lastRun = System.nanoTime();
        if (closed) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException bug) {
            log.error("A listener of live objects failed", bug);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
