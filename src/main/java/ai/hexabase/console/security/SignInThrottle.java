package ai.hexabase.console.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing, on all consoles alike. An account at an address rests after five failures and an address after
 * twenty, from 5 seconds doubling up to 5 minutes. Failures from elsewhere never lock an account: while there are many,
 * an address that is new to it waits once for {@link #KNOCK}, and a browser that signed in before is asked nothing.
 */
@Component
class SignInThrottle {
    /** How long the first try of a new address waits while others are guessing. */
    static final Duration KNOCK = Duration.ofSeconds(10);

    /** From that many failures from anywhere, somebody is guessing. */
    static final int GUESSING = 50;

    private static final int FREE_FOR_PAIR = 5;
    private static final int FREE_FOR_ADDRESS = 20;
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final int PRUNED_EACH = 200;

    private final FailureStore failures;
    private final DeviceStore devices;
    private final AccountStore accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicInteger counted = new AtomicInteger();

    SignInThrottle(
            FailureStore failures,
            DeviceStore devices,
            AccountStore accounts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.failures = failures;
        this.devices = devices;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Counts a try as a failure before anything is checked, so that a thousand at once are no more than one after
     * another; {@link #succeeded} takes that back.
     *
     * @param device hash of the browser's cookie, null when it has none
     * @return empty when it may be tried, else until when this rests, whether the account exists or not
     */
    Optional<Instant> tried(String account, String address, byte @Nullable [] device) {
        var rest = transaction.execute(status -> Optional.ofNullable(
                device != null && isKnown(account, device)
                        ? countedOfDevice(SignInKey.ofDevice(account, device))
                        : countedOfStranger(account, address)));
        if (counted.incrementAndGet() % PRUNED_EACH == 0) {
            failures.prune();
        }
        return Objects.requireNonNull(rest);
    }

    private boolean isKnown(String account, byte[] device) {
        return accounts.find(account.strip())
                .filter(found -> devices.knows(device, found.id()))
                .isPresent();
    }

    private @Nullable Instant countedOfDevice(SignInKey device) {
        var known = failures.hold(List.of(device));
        var rest = restOf(known);
        if (rest == null) {
            count(known.getFirst(), FREE_FOR_PAIR);
        }
        return rest;
    }

    /** Rows are held in the same order everywhere, so that nobody waits in a circle. */
    private @Nullable Instant countedOfStranger(String account, String address) {
        var anywhere = SignInKey.ofAccount(account);
        var guessing = failures.failures(anywhere) >= GUESSING;
        var known = failures.hold(List.of(SignInKey.ofAddress(address), SignInKey.ofPair(account, address)));
        var rest = restOf(known);
        if (rest != null) {
            return rest;
        }
        var pair = known.getLast();
        if (guessing && pair.isNew()) {
            var until = clock.instant().plus(KNOCK);
            failures.set(pair.key(), 0, until);
            return until;
        }
        count(known.getFirst(), FREE_FOR_ADDRESS);
        count(pair, guessing ? 1 : FREE_FOR_PAIR);
        count(failures.hold(List.of(anywhere)).getFirst(), Integer.MAX_VALUE);
        return null;
    }

    private @Nullable Instant restOf(List<FailureStore.Counted> known) {
        return known.stream()
                .map(FailureStore.Counted::restsUntil)
                .filter(until -> until != null && until.isAfter(clock.instant()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void count(FailureStore.Counted known, int free) {
        var count = known.failures() + 1;
        var rest = rest(count, free);
        failures.set(known.key(), count, rest.isZero() ? null : clock.instant().plus(rest));
    }

    private static Duration rest(int count, int free) {
        if (count < free) {
            return Duration.ZERO;
        }
        var rest = FIRST_REST.multipliedBy(1L << Math.min(count - free, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /** Takes back what {@link #tried} counted; that somebody else guesses from elsewhere is not forgotten by that. */
    void succeeded(String account, String address, byte @Nullable [] device) {
        transaction.executeWithoutResult(status -> {
            if (device != null && isKnown(account, device)) {
                failures.forget(SignInKey.ofDevice(account, device));
                return;
            }
            takeBack(SignInKey.ofAddress(address));
            failures.forget(SignInKey.ofPair(account, address));
            takeBack(SignInKey.ofAccount(account));
        });
    }

    private void takeBack(SignInKey key) {
        var known = failures.hold(List.of(key)).getFirst();
        failures.set(known.key(), Math.max(0, known.failures() - 1), null);
    }
}
