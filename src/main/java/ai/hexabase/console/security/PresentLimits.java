package ai.hexabase.console.security;

import ai.hexabase.console.security.SessionLimits.Limit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The session limits that hold now; another console's change is known here within seconds. */
@Component
class PresentLimits {
    private static final Duration KEPT = Duration.ofSeconds(3);

    private final SessionLimitStore store;
    private final SessionLimits begun;
    private final AtomicLong readAt = new AtomicLong(System.nanoTime() - KEPT.toNanos());
    private volatile SessionLimits known;

    PresentLimits(
            SessionLimitStore store,
            @Value("${server.servlet.session.timeout:30m}") Duration idle,
            @Value("${console.session.longest:12h}") Duration longest,
            @Value("${console.session.recheck:5m}") Duration recheck,
            @Value("${console.session.step-up:10m}") Duration stepUp) {
        this.store = store;
        var times = new EnumMap<Limit, Duration>(Limit.class);
        times.put(Limit.IDLE, idle);
        times.put(Limit.LONGEST, longest);
        times.put(Limit.RECHECK, recheck);
        times.put(Limit.STEP_UP, stepUp);
        begun = new SessionLimits(0, times, null, null);
        known = begun;
    }

    /** Those that were known last while the database does not answer. */
    SessionLimits get() {
        var last = readAt.get();
        var now = System.nanoTime();
        if (now - last >= KEPT.toNanos() && readAt.compareAndSet(last, now)) {
            try {
                read();
            } catch (RuntimeException away) {
                // told on every screen by itself; asked again soon
            }
        }
        return known;
    }

    Duration of(Limit limit) {
        return get().of(limit);
    }

    /** From the database, now. */
    SessionLimits read() {
        known = store.newest().orElse(begun);
        return known;
    }
}
