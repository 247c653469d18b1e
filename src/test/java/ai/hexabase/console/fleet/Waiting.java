package ai.hexabase.console.fleet;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for processes outside the JVM, which can only be asked again and again. */
final class Waiting {
    private Waiting() {}

    /** Asks every 50 ms until the answer is yes; after the time limit throws with the given words. */
    static void until(Duration limit, BooleanSupplier condition, Supplier<String> otherwise) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new FleetException(otherwise.get());
            }
            pause(Duration.ofMillis(50));
        }
    }

    /** Lets that much time pass, or less when the thread is interrupted. */
    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
