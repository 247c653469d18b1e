package ai.hexabase.console.datastore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to hear that something changed. */
final class Listeners {
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    AutoCloseable add(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell() {
        all.forEach(Runnable::run);
    }
}
