package ai.hexabase.console.rollout;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How values are written into columns and read from them. */
final class Columns {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Columns() {}

    /** The time to the microsecond, as PostgreSQL keeps it. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime timeIfAny(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    static @Nullable Instant instantIfAny(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static JSONB json(Object value) {
        return JSONB.valueOf(JSON.writeValueAsString(value));
    }

    static @Nullable JSONB jsonIfAny(@Nullable Object value) {
        return value == null ? null : json(value);
    }

    static <T> T value(JSONB json, Class<T> type) {
        return JSON.readValue(json.data(), type);
    }

    static <T> T value(JSONB json, TypeReference<T> type) {
        return JSON.readValue(json.data(), type);
    }

    static <T> @Nullable T valueIfAny(@Nullable JSONB json, Class<T> type) {
        return json == null ? null : value(json, type);
    }
}
