package ai.hexabase.console.drift;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often everything is compared, whatever watches tell. */
@Component
class DriftSettings {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Duration interval;

    DriftSettings(@Value("${console.drift.interval:10m}") Duration interval) {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("console.drift.interval must be between 1m and 1d, not " + interval);
        }
        this.interval = interval;
    }

    Duration interval() {
        return interval;
    }

    /** How old a complete comparison may be before its answer counts for nothing. */
    Duration patience() {
        return interval.multipliedBy(3);
    }
}
