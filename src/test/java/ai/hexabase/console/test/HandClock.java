package ai.hexabase.console.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until somebody moves it. */
public final class HandClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-24T09:00:00Z");

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Stands at that time, unless it is past it. */
    public void reach(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
