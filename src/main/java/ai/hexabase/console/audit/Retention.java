package ai.hexabase.console.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long entries are kept.
 *
 * @param version counts the changes; 0 before the first
 * @param keepDays null for ever
 * @param legalHold nothing is removed whatever {@code keepDays} says
 * @param reason why entries are held, or are held no longer
 * @param changedAt null before the first change, as {@code changedBy}
 */
public record Retention(
        long version,
        @Nullable Integer keepDays,
        boolean legalHold,
        @Nullable String reason,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {
    public static final int SHORTEST_DAYS = 90;
    public static final int LONGEST_DAYS = 36_500;

    static final Retention FOR_EVER = new Retention(0, null, false, null, null, null);

    /** Entries from before then go; empty when all stay. */
    Optional<Instant> until(Instant now) {
        return keepDays == null || legalHold ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(keepDays)));
    }

    /** For the record. */
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("keepDays", keepDays == null ? "for ever" : keepDays);
        values.put("legalHold", legalHold);
        return values;
    }
}
