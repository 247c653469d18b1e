package ai.hexabase.console.security;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long sessions last, and how old a sign-in may be for something dangerous.
 *
 * @param version counts the changes; 0 before the first, when what the console was started with holds
 * @param changedAt null before the first change, as {@code changedBy}
 */
public record SessionLimits(
        long version,
        Map<Limit, Duration> times,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {
    /** What is limited. */
    public enum Limit {
        /** A session ends after that long without activity. */
        IDLE(5, 8 * 60),
        /** A session ends that long after its sign-in, whatever is done in it. */
        LONGEST(60, 7 * 24 * 60),
        /** After that long a provider is asked again whom it vouches for. */
        RECHECK(1, 60),
        /** Dangerous acts ask for a sign-in that is not older. */
        STEP_UP(1, 60);

        private final int fewest;
        private final int most;

        Limit(int fewest, int most) {
            this.fewest = fewest;
            this.most = most;
        }

        /** Minutes. */
        public int fewest() {
            return fewest;
        }

        /** Minutes. */
        public int most() {
            return most;
        }

        /** As in texts and on record, such as {@code step-up}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** With which problems about it begin, such as {@code session-limit-step-up}. */
        public String code() {
            return "session-limit-" + word();
        }
    }

    public SessionLimits {
        times = Map.copyOf(times);
    }

    static SessionLimits ofMinutes(
            long version, Map<Limit, Integer> minutes, @Nullable Instant changedAt, @Nullable String changedBy) {
        var times = new EnumMap<Limit, Duration>(Limit.class);
        minutes.forEach((limit, count) -> times.put(limit, Duration.ofMinutes(count)));
        return new SessionLimits(version, times, changedAt, changedBy);
    }

    public Duration of(Limit limit) {
        return times.getOrDefault(limit, Duration.ZERO);
    }

    /** Whole minutes. */
    public int minutes(Limit limit) {
        return Math.toIntExact(of(limit).toMinutes());
    }

    /** For the record. */
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        for (var limit : Limit.values()) {
            values.put(limit.word() + " minutes", minutes(limit));
        }
        return values;
    }
}
