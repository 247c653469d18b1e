package ai.hexabase.console.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A terminal on record; what was typed and shown is not part of it.
 *
 * @param seenAt the console's last sign of life for it
 * @param end null while it goes on, and for one whose console ended before it could note the end
 * @param bytesIn typed
 * @param bytesOut shown
 */
public record TerminalSession(
        UUID id,
        String openedBy,
        String clusterName,
        String namespace,
        String pod,
        String container,
        List<String> command,
        String reason,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        @Nullable TerminalEnd end,
        long bytesIn,
        long bytesOut) {
    /** A console that gave no sign of life for this long is taken to have ended. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    public TerminalSession {
        command = List.copyOf(command);
    }

    public boolean isOpen(Instant now) {
        return end == null && seenAt.plus(SILENCE).isAfter(now);
    }
}
