package ai.hexabase.console.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five failures an account rests, from 5 seconds doubling up to 5 minutes. It never locks
 * an account for good, or anybody could lock the administrator out.
 */
@Component
class SignInThrottle {
    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant restsUntil) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean rests(String username) {
        var known = failures.get(key(username));
        return known != null && known.restsUntil().isAfter(clock.instant());
    }

    @EventListener
    synchronized void failed(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureLockedEvent
                || event instanceof AuthenticationFailureServiceExceptionEvent) {
            return;
        }
        var name = key(event.getAuthentication().getName());
        var known = failures.remove(name);
        var count = known == null ? 1 : known.count() + 1;
        failures.put(name, new Failures(count, clock.instant().plus(rest(count))));
    }

    @EventListener
    synchronized void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof LocalPerson person) {
            failures.remove(key(person.getUsername()));
        }
    }

    private static Duration rest(int count) {
        if (count < FREE_TRIES) {
            return Duration.ZERO;
        }
        var rest = FIRST_REST.multipliedBy(1L << Math.min(count - FREE_TRIES, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private static String key(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
