package ai.hexabase.console.security;

import ai.hexabase.console.security.SessionLimits.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drops sessions that were ended on another console, and those that are too old; notes which are in use. */
@Component
class SessionWatch implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SessionWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final SessionStore store;
    private final LocalSessions local;
    private final PersonSessions sessions;
    private final Clock clock;
    private final PresentLimits limits;
    private final Map<UUID, Instant> began = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sessions").factory());
    private boolean away;

    SessionWatch(SessionStore store, LocalSessions local, PersonSessions sessions, PresentLimits limits, Clock clock) {
        this.store = store;
        this.local = local;
        this.sessions = sessions;
        this.clock = clock;
        this.limits = limits;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        timer.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            lookOnce();
            away = false;
        } catch (RuntimeException failed) {
            if (!away) {
                log.warn("Sessions could not be looked after; tried again twice a second", failed);
            }
            away = true;
        }
    }

    void lookOnce() {
        var ids = local.ids();
        began.keySet().retainAll(ids);
        noted.keySet().retainAll(ids);
        if (ids.isEmpty()) {
            return;
        }
        store.over(ids).forEach(local::drop);
        var now = clock.instant();
        var longest = limits.of(Limit.LONGEST);
        for (var id : ids) {
            local.limitIdle(id, limits.of(Limit.IDLE));
            if (began.computeIfAbsent(id, each -> now).plus(longest).isBefore(now)) {
                sessions.end(id, SessionEnd.TOO_OLD);
            } else {
                note(id, now);
            }
        }
    }

    private void note(UUID id, Instant now) {
        var seen = local.seenAt(id).orElse(now);
        var last = noted.computeIfAbsent(id, each -> seen);
        if (last.plus(NOTED).isBefore(seen)) {
            store.seen(id, seen);
            noted.put(id, seen);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
