package ai.hexabase.console.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries; what is null restricts nothing.
 *
 * @param person account name, in any case of letters
 * @param kind whole, or its part before the dot
 * @param from not before, {@code until} before
 * @param words anywhere in the record, in any case of letters
 */
public record EntryQuery(
        @Nullable String person,
        @Nullable String kind,
        Act.@Nullable Result result,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String words) {
    public static final EntryQuery ALL = new EntryQuery(null, null, null, null, null, null, null, null);

    /** What happened to one object. */
    public static EntryQuery about(String objectType, Object id) {
        return new EntryQuery(null, null, null, null, null, objectType, id.toString(), null);
    }
}
