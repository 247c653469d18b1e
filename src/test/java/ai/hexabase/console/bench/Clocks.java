package ai.hexabase.console.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The machine's clock, as the browser reads it too. */
final class Clocks {
    private Clocks() {}

    /** Milliseconds since the epoch, with fractions. */
    static double millis() {
        var now = Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
