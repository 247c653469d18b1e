package ai.hexabase.console.drift;

import ai.hexabase.console.common.InstallationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference that somebody wants to be left alone for a while.
 *
 * @param object {@link DriftedObject#key()}
 * @param field the field's path as text, null for the whole object
 * @param endsAt when it ends by itself
 * @param endedEarlyAt when somebody ended it before that, null when nobody did
 */
public record Ignored(
        UUID id,
        InstallationId installation,
        String object,
        @Nullable String field,
        String reason,
        String by,
        Instant at,
        Instant endsAt,
        @Nullable Instant endedEarlyAt,
        @Nullable String endedEarlyBy) {
    public boolean isActive(Instant now) {
        return endedEarlyAt == null && now.isBefore(endsAt);
    }

    boolean covers(DriftedObject drifted) {
        return field == null && object.equals(drifted.key());
    }

    boolean covers(DriftedObject drifted, DriftedField part) {
        return object.equals(drifted.key())
                && (field == null || field.equals(part.path().toString()));
    }
}
