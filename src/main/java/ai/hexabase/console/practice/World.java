package ai.hexabase.console.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** What everything inside one practice cluster shares; guarded by the cluster's lock. */
final class World {
    private final String name;
    private final PracticeSite site;
    private final Clock clock;
    private final int pace;
    private final Shelf shelf = new Shelf();
    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);

    /** @param pace how many times faster than on a real node containers start and end */
    World(String name, PracticeSite site, Clock clock, int pace) {
        this.name = name;
        this.pace = pace;
        this.site = site;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    String name() {
        return name;
    }

    PracticeSite site() {
        return site;
    }

    Shelf shelf() {
        return shelf;
    }

    Set<Trouble> troubles() {
        return troubles;
    }

    boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }

    /** Whole seconds, as Kubernetes counts. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The same as text (RFC 3339). */
    String time() {
        return now().toString();
    }

    /** Whether that long has passed since then. */
    boolean past(Instant then, Duration time) {
        return !clock.instant().isBefore(then.plus(time));
    }

    /** Whether what takes that long on a real node is done by now. */
    boolean done(Instant begun, Duration takes) {
        return past(begun, takes.dividedBy(pace));
    }

    Dice dice() {
        return new Dice(name, shelf.version());
    }
}
