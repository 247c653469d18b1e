package ai.hexabase.console.audit;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds how far the beginning of the chain may go: only whole stretches up to a signed checkpoint. */
@Component
class Cuts {
    private final AuditStore entries;
    private final CheckpointStore checkpoints;

    Cuts(AuditStore entries, CheckpointStore checkpoints) {
        this.entries = entries;
        this.checkpoints = checkpoints;
    }

    /** The entries from {@code from} on, up to a checkpoint. */
    record Cut(Link from, Checkpoint upTo) {
        long entries() {
            return upTo.seq() - from.seq() + 1;
        }
    }

    /** All that is from before that time. */
    Optional<Cut> before(Instant time) {
        return before(time, Long.MAX_VALUE);
    }

    /** Not much more than so many at once, so that no statement takes long. */
    Optional<Cut> before(Instant time, long atMost) {
        return entries.first().flatMap(first -> {
            var end = entries.firstSince(RecordText.time(time)).orElse(Long.MAX_VALUE) - 1;
            var bound = Math.min(end - first.seq(), atMost - 1) + first.seq();
            return checkpoints
                    .lastWithin(first.seq(), bound)
                    .or(() -> checkpoints.firstWithin(first.seq(), end))
                    .map(checkpoint -> new Cut(first, checkpoint));
        });
    }
}
