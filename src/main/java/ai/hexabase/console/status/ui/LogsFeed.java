package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LogAudience;
import ai.hexabase.console.status.LogEntry;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.LogView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Gathers what several logs say between two pushes; of more than the page can hold the oldest go. */
final class LogsFeed implements LogAudience {
    private record News(LogsFeed feed, String what) {}

    /** Takes what was gathered, while the page is held. */
    interface Reader {
        /** @param lost entries that came faster than the page could take them */
        void read(List<LogEntry> batch, long lost);
    }

    private final LiveUpdates live;
    private final int most;
    private final Reader reader;
    private final Consumer<Overview> overviews;
    private final Deque<LogEntry> waiting = new ArrayDeque<>();
    private long chars;
    private long lost;
    private boolean closed;

    LogsFeed(LiveUpdates live, int most, Reader reader, Consumer<Overview> overviews) {
        this.live = live;
        this.most = most;
        this.reader = reader;
        this.overviews = overviews;
    }

    @Override
    public void entry(LogEntry entry) {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.addLast(entry);
            chars += entry.text().length();
            while (waiting.size() > most || chars > LogView.MOST_CHARS) {
                chars -= waiting.removeFirst().text().length();
                lost++;
            }
        }
        live.run(new News(this, "entries"), this::drain);
    }

    @Override
    public void overview(Overview overview) {
        live.run(new News(this, "overview"), () -> {
            if (isOpen()) {
                overviews.accept(overview);
            }
        });
    }

    private void drain() {
        List<LogEntry> batch;
        long missed;
        synchronized (this) {
            if (closed) {
                return;
            }
            batch = new ArrayList<>(waiting);
            missed = lost;
            waiting.clear();
            chars = 0;
            lost = 0;
        }
        reader.read(batch, missed);
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    /** What still comes is not heard. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }
}
