package ai.hexabase.console.drift;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things a moment after they were asked for, each once for all who asked meanwhile; never holds up who asks. */
final class Soon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Soon.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drift").factory());
    private final Set<Object> pending = ConcurrentHashMap.newKeySet();

    /** @param key what is asked for once */
    void run(Object key, Duration after, Runnable action) {
        if (pending.add(key) && !timer.isShutdown()) {
            timer.schedule(
                    () -> Thread.ofVirtual().name("drift " + key).start(() -> {
                        pending.remove(key);
                        safely(action);
                    }),
                    after.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private static void safely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            LOG.warn("Could not follow the drift of an installation; the regular comparison goes on", failed);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
