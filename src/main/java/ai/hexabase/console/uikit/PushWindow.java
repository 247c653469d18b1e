package ai.hexabase.console.uikit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the changes of one browser window and applies them together. */
final class PushWindow {
    /** Whose change it is, and which. */
    record Key(LiveUpdates owner, Object key) {}

    static final long MILLIS = 50;
    /** A page that costs much to change is changed more seldom: it takes at most this part of a processor. */
    private static final int SHARE = 4;

    private static final long LONGEST_MILLIS = 500;
    /** Who has waited for long already need not wait for the window; what comes with it still goes along. */
    private static final long SOON_MILLIS = 5;

    private static final Logger log = LoggerFactory.getLogger(PushWindow.class);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-updates").factory());

    private final UI ui;
    private Map<Key, Runnable> pending = new LinkedHashMap<>();
    private boolean scheduled;
    private long drainedAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(MILLIS);
    private long costMillis;

    private PushWindow(UI ui) {
        this.ui = ui;
    }

    /** The window of this UI; call it while holding the page. */
    static PushWindow of(UI ui) {
        var known = ComponentUtil.getData(ui, PushWindow.class);
        if (known != null) {
            return known;
        }
        var created = new PushWindow(ui);
        ComponentUtil.setData(ui, PushWindow.class, created);
        return created;
    }

    void put(Key key, Runnable change) {
        long wait;
        synchronized (this) {
            pending.put(key, change);
            if (scheduled) {
                return;
            }
            scheduled = true;
            var passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - drainedAt);
            wait = Math.max(SOON_MILLIS, window() - passed);
        }
        // The page may be busy in its own thread, so the shared clock never touches it itself.
        CLOCK.schedule(() -> Thread.startVirtualThread(this::flush), wait, TimeUnit.MILLISECONDS);
    }

    private long window() {
        return Math.clamp(SHARE * costMillis, MILLIS, LONGEST_MILLIS);
    }

    private void flush() {
        try {
            ui.access(this::apply);
        } catch (UIDetachedException closed) {
            drain();
        }
    }

    private void apply() {
        var begun = System.nanoTime();
        drain().forEach((key, change) -> {
            try {
                change.run();
            } catch (RuntimeException bug) {
                log.error("A live update could not be shown", bug);
            }
        });
        cost(System.nanoTime() - begun);
    }

    private synchronized void cost(long nanos) {
        costMillis = TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private synchronized Map<Key, Runnable> drain() {
        var drained = pending;
        pending = new LinkedHashMap<>();
        scheduled = false;
        drainedAt = System.nanoTime();
        return drained;
    }

    static void closeQuietly(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception failed) {
            log.warn("A subscription could not be closed", failed);
        }
    }
}
