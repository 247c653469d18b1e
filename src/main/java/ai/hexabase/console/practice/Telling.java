package ai.hexabase.console.practice;

import java.util.concurrent.locks.ReentrantLock;

/** Tells a listener one thing at a time, and nothing once it is closed. */
final class Telling {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;

    void tell(Runnable news) {
        lock.lock();
        try {
            if (!closed) {
                news.run();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Waits for what is being told right now, unless the listener itself closes. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
