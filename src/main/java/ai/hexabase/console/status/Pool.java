package ai.hexabase.console.status;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Equal values once in memory: thousands of pods share a few nodes, namespaces and reasons. */
final class Pool {
    /** Beyond it values are mostly different, and keeping them all would cost more than it saves. */
    private static final int MOST = 20_000;

    private final Map<Object, Object> known = new HashMap<>();

    /** The first value that was equal to this. */
    @SuppressWarnings("unchecked")
    synchronized <T> T one(T value) {
        if (known.size() > MOST) {
            known.clear();
        }
        var first = known.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }

    <T> @Nullable T oneOrNull(@Nullable T value) {
        return value == null ? null : one(value);
    }
}
