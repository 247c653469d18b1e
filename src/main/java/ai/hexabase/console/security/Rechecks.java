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
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/** Has each session of a provider's people looked at again from time to time: whoever left is out, roles are as now. */
@Component
class Rechecks implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Rechecks.class);

    /** A look is no question yet. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final LocalSessions local;
    private final PersonSessions sessions;
    private final Recheck recheck;
    private final Clock clock;
    private final PresentLimits limits;
    private final Map<UUID, Instant> asked = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rechecks").factory());

    Rechecks(LocalSessions local, PersonSessions sessions, Recheck recheck, PresentLimits limits, Clock clock) {
        this.local = local;
        this.sessions = sessions;
        this.recheck = recheck;
        this.clock = clock;
        this.limits = limits;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        var ids = local.ids();
        asked.keySet().retainAll(ids);
        var now = clock.instant();
        var pause = limits.of(Limit.RECHECK);
        for (var id : ids) {
            if (asked.computeIfAbsent(id, each -> now).plus(pause).isBefore(now)) {
                asked.put(id, now);
                tryOne(id);
            }
        }
    }

    private void tryOne(UUID id) {
        try {
            local.signedIn(id).ifPresent(who -> one(id, who));
        } catch (RuntimeException failed) {
            log.warn("Session {} could not be looked at again", id, failed);
        }
    }

    private void one(UUID id, LocalSessions.SignedIn who) {
        if (!(who.authentication().getPrincipal() instanceof CorporatePerson person)) {
            return;
        }
        recheck.ask(person, who.tokens()).ifPresent(outcome -> {
            switch (outcome) {
                case Recheck.Outcome.Still still -> renew(who, still);
                case Recheck.Outcome.Over over -> {
                    log.info("{} is vouched for no more: {}", person.getName(), over.how());
                    sessions.end(id, over.how());
                }
                case Recheck.Outcome.Unknown unknown ->
                    log.warn("Provider {} was not asked again: {}", person.provider(), unknown.words());
            }
        });
    }

    private static void renew(LocalSessions.SignedIn who, Recheck.Outcome.Still still) {
        var person = still.person();
        var renewed = new OAuth2AuthenticationToken(person, person.getAuthorities(), person.provider());
        renewed.setDetails(who.authentication().getDetails());
        who.replace(renewed, still.tokens());
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
