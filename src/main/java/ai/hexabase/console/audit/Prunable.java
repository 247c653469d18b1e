package ai.hexabase.console.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What would be removed from the record now.
 *
 * @param entries how many
 * @param oldest from when the oldest of them is, null when there is none
 */
public record Prunable(long entries, @Nullable Instant oldest) {
    static final Prunable NOTHING = new Prunable(0, null);
}
