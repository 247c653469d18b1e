package ai.hexabase.console.kube;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts: half a second, doubling up to ten, by chance a little less so that crowds spread out. */
final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 10_000;
    private int failures;

    Duration next() {
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures++, 6));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }

    void reset() {
        failures = 0;
    }
}
