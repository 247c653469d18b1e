package ai.hexabase.console.datastore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear that something changed. */
final class Listeners {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    AutoCloseable add(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    private static void quietly(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException broken) {
            log.warn("A listener failed", broken);
        }
    }

    void tell() {
        all.forEach(Listeners::quietly);
    }
}
