package ai.hexabase.console.audit;

import ai.hexabase.console.jobs.Next;
import ai.hexabase.console.jobs.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Once a day removes the entries whose time is over, some at a time, and leaves a signed stub in their place. */
@Component
class Pruning implements Work {
    private static final Logger log = LoggerFactory.getLogger(Pruning.class);
    private static final String DAILY = "daily";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);
    private static final long AT_ONCE = 20_000;

    private final RetentionStore retentions;
    private final Cuts cuts;
    private final SigningKeys keys;
    private final Acts acts;
    private final Clock clock;

    Pruning(RetentionStore retentions, Cuts cuts, SigningKeys keys, Acts acts, Clock clock) {
        this.retentions = retentions;
        this.cuts = cuts;
        this.keys = keys;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-retention";
    }

    @Override
    public List<String> open() {
        return List.of(DAILY);
    }

    @Override
    public Next piece(String id, BooleanSupplier stopping) {
        try {
            return new Next.Again(clock.instant().plus(prune() ? Duration.ZERO : DAY));
        } catch (RuntimeException refused) {
            log.warn("Entries whose time is over could not be removed; tried again later", refused);
            return new Next.Again(clock.instant().plus(AFTER_REFUSAL));
        }
    }

    /** @return whether anything was removed, so that there may be more */
    boolean prune() {
        var retention = retentions.newest();
        var days = retention.keepDays();
        var cut = retention.until(clock.instant()).flatMap(time -> cuts.before(time, AT_ONCE));
        if (cut.isEmpty() || days == null) {
            return false;
        }
        var from = cut.get().from().seq();
        var last = cut.get().upTo();
        var now = RecordText.time(clock.instant());
        var stub =
                new Stub(from, last.seq(), last.hash(), now, retention.version(), days, "", new byte[0]).signedBy(keys);
        acts.together(act(stub), () -> retentions.prune(stub));
        return true;
    }

    private static Act act(Stub stub) {
        return Act.of("audit.prune")
                .on("record", stub.fromSeq() + "-" + stub.toSeq(), stub.fromSeq() + "–" + stub.toSeq())
                .after(Map.of(
                        "entries", stub.entries(),
                        "lastHash", stub.hash(),
                        "setting", stub.setting(),
                        "keepDays", stub.keepDays()));
    }
}
