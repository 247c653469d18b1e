package ai.hexabase.console.terminal.ui;

import ai.hexabase.console.terminal.TerminalEnd;
import ai.hexabase.console.terminal.TerminalListener;
import ai.hexabase.console.uikit.LiveUpdates;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Brings a terminal to the page; a program that writes faster than the page draws has to wait. */
final class PaneFeed implements TerminalListener {
    /** Bytes that may be on their way to the page. */
    static final int MOST = 64 * 1024;

    private record News(PaneFeed feed, String what) {}

    /** Hears it while the page is held. */
    interface Page {
        void opened();

        void output(byte[] bytes);

        void ended(TerminalEnd end);
    }

    private final LiveUpdates live;
    private final Page page;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition drawn = lock.newCondition();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private int onTheWay;
    private boolean closed;

    PaneFeed(LiveUpdates live, Page page) {
        this.live = live;
        this.page = page;
    }

    @Override
    public void opened() {
        tell("opened", Page::opened);
    }

    @Override
    public void output(byte[] bytes) {
        lock.lock();
        try {
            while (!closed && waiting.size() + onTheWay > MOST) {
                drawn.await();
            }
            waiting.writeBytes(bytes);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        live.run(new News(this, "output"), this::drain);
    }

    @Override
    public void ended(TerminalEnd end) {
        tell("ended", shown -> {
            drain();
            shown.ended(end);
        });
    }

    private void tell(String what, Consumer<Page> news) {
        live.run(new News(this, what), () -> {
            if (!isClosed()) {
                news.accept(page);
            }
        });
    }

    private void drain() {
        byte[] bytes;
        lock.lock();
        try {
            bytes = waiting.toByteArray();
            waiting.reset();
            onTheWay += bytes.length;
        } finally {
            lock.unlock();
        }
        if (bytes.length > 0 && !isClosed()) {
            page.output(bytes);
        }
    }

    void drawn(int bytes) {
        lock.lock();
        try {
            onTheWay -= bytes;
            drawn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody looks any more: whoever waits for the page goes on. */
    void close() {
        lock.lock();
        try {
            closed = true;
            drawn.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
