package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings news from other threads to a part of the page: the newest per key, all of a window of 50 ms in one push.
 * Callers never wait; news for a part that left the page are dropped.
 */
public final class LiveUpdates {
    private final Component part;
    private final List<Supplier<AutoCloseable>> sources = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<Object, Runnable> early = new LinkedHashMap<>();
    private volatile @Nullable PushWindow window;
    private boolean shown;

    private LiveUpdates(Component part) {
        this.part = part;
        part.addAttachListener(event -> start(event.getUI()));
        part.addDetachListener(event -> stop());
        part.getUI().filter(ui -> part.isAttached()).ifPresent(this::start);
    }

    /** The one instance of this part; call it while holding the page, as in a constructor. */
    public static LiveUpdates of(Component part) {
        var known = ComponentUtil.getData(part, LiveUpdates.class);
        if (known != null) {
            return known;
        }
        var created = new LiveUpdates(part);
        ComponentUtil.setData(part, LiveUpdates.class, created);
        return created;
    }

    /** Listens while the part is on a page: opened on attach, closed on detach, opened again on the next attach. */
    public LiveUpdates whileShown(Supplier<AutoCloseable> subscription) {
        sources.add(subscription);
        if (window != null) {
            open.add(subscription.get());
        }
        return this;
    }

    /**
     * Runs the change on the page soon, unless a newer one with the same key replaces it first; any thread may call.
     * What comes before the part is first shown waits for that: an answer can be faster than the page.
     */
    public void run(Object key, Runnable change) {
        var current = window;
        if (current == null) {
            current = keptForLater(key, change);
        }
        if (current != null) {
            put(current, key, change);
        }
    }

    private synchronized @Nullable PushWindow keptForLater(Object key, Runnable change) {
        if (window == null && !shown) {
            early.put(key, change);
        }
        return window;
    }

    private void put(PushWindow current, Object key, Runnable change) {
        current.put(new PushWindow.Key(this, key), () -> {
            if (part.isAttached()) {
                change.run();
            }
        });
    }

    private void start(UI ui) {
        begin(PushWindow.of(ui));
        sources.forEach(source -> open.add(source.get()));
    }

    private synchronized void begin(PushWindow opened) {
        window = opened;
        shown = true;
        early.forEach((key, change) -> put(opened, key, change));
        early.clear();
    }

    /** Listens anew, for a part on a page that is about something else now. */
    void restart() {
        if (window != null) {
            closeSources();
            sources.forEach(source -> open.add(source.get()));
        }
    }

    private void stop() {
        window = null;
        closeSources();
    }

    private void closeSources() {
        var closing = List.copyOf(open);
        open.clear();
        closing.forEach(PushWindow::closeQuietly);
    }
}
