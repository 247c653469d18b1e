package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.jobs.Next;
import ai.hexabase.console.jobs.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends entries on to a target, in their order, and notes after each batch how far it came. A console that dies between
 * the two leaves the batch to be sent again: each entry arrives at least once.
 */
@Component
class Forwarding implements Work {
    static final String NAME = "audit-forwarding";
    static final int AT_ONCE = 100;

    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);
    private static final Duration IDLE = Duration.ofSeconds(2);
    /** Others' pieces wait for this one's place. */
    private static final Duration LONGEST_PIECE = Duration.ofSeconds(10);

    private final ForwardStore targets;
    private final AuditStore entries;
    private final RetentionStore retentions;
    private final Carriers carriers;
    private final Acts acts;
    private final Clock clock;

    Forwarding(
            ForwardStore targets,
            AuditStore entries,
            RetentionStore retentions,
            Carriers carriers,
            Acts acts,
            Clock clock) {
        this.targets = targets;
        this.entries = entries;
        this.retentions = retentions;
        this.carriers = carriers;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> open() {
        return targets.all().stream()
                .filter(target -> !target.paused())
                .map(target -> target.id().toString())
                .toList();
    }

    @Override
    public Next piece(String id, BooleanSupplier stopping) {
        var until = clock.instant().plus(LONGEST_PIECE);
        while (true) {
            var target = targets.find(UUID.fromString(id));
            if (target.isEmpty() || target.get().paused()) {
                return new Next.Finished();
            }
            var more = tryBatch(target.get());
            var now = clock.instant();
            if (!more || stopping.getAsBoolean() || now.isAfter(until)) {
                return new Next.Again(more ? now : later(target.get().id()));
            }
        }
    }

    private Instant later(UUID id) {
        var failure = targets.find(id).map(target -> target.progress().failure());
        return failure.map(ForwardTarget.Failure::next)
                .orElseGet(() -> clock.instant().plus(IDLE));
    }

    /** @return whether there may be more to send right now */
    private boolean tryBatch(ForwardTarget target) {
        try {
            return batch(target);
        } catch (ProblemException why) {
            targets.failed(target.id(), why.problem(), clock.instant());
        } catch (RuntimeException bug) {
            log.error("Entries could not be forwarded to {}", target.name(), bug);
            targets.failed(target.id(), Problem.of("audit-forward-internal"), clock.instant());
        }
        return false;
    }

    private boolean batch(ForwardTarget target) {
        var from = target.progress().position();
        var next = entries.after(from, target.single() ? 1 : AT_ONCE);
        var gone = next.isEmpty() ? retentions.removedUntil() : next.getFirst().seq() - 1;
        if (gone > from) {
            acts.together(missed(target, from + 1, gone), () -> targets.missed(target.id(), from, gone));
            return true;
        }
        if (next.isEmpty()) {
            return false;
        }
        carriers.open(target).carry(next);
        targets.succeeded(target.id(), from, next.getLast().seq(), clock.instant());
        return true;
    }

    private static Act missed(ForwardTarget target, long from, long to) {
        return Act.of("audit.forward-missed")
                .on(ForwardTargets.OBJECT, target.id(), target.name())
                .after(Map.of("from", from, "to", to, "entries", to - from + 1));
    }
}
