package ai.hexabase.console.status;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an action soon after it was asked for, once for all that asked meanwhile. */
final class Ticker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledExecutorService executor;
    private final Duration window;
    private final Runnable action;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile boolean closed;

    Ticker(ScheduledExecutorService executor, Duration window, Runnable action) {
        this.executor = executor;
        this.window = window;
        this.action = action;
    }

    void soon() {
        if (!closed && pending.compareAndSet(false, true)) {
            executor.schedule(() -> Thread.startVirtualThread(this::run), window.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One at a time, so that no older state overtakes a newer one. */
    private synchronized void run() {
        pending.set(false);
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
