package ai.hexabase.console.kube;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a container's log.
 *
 * @param container null when the pod has only one
 * @param follow keep reading as lines are written
 * @param previous the log of the container's previous run
 * @param tailLines how many of the last lines; 0 for all
 * @param since only what was written from then on, to the second; null for all
 */
public record LogOptions(
        @Nullable String container,
        boolean follow,
        boolean previous,
        int tailLines,
        @Nullable Instant since) {
    public LogOptions(@Nullable String container, boolean follow, boolean previous, int tailLines) {
        this(container, follow, previous, tailLines, null);
    }
}
