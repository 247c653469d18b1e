package ai.hexabase.console.audit;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How long the record is kept, what that would remove, and what it removed. */
@Service
public class Retentions {
    private final RetentionStore store;
    private final Cuts cuts;
    private final Acts acts;
    private final ActingPerson person;
    private final Clock clock;

    Retentions(RetentionStore store, Cuts cuts, Acts acts, ActingPerson person, Clock clock) {
        this.store = store;
        this.cuts = cuts;
        this.acts = acts;
        this.person = person;
        this.clock = clock;
    }

    public Retention current() {
        person.require(Role.AUDITOR);
        return store.newest();
    }

    /** What keeping entries so long, null for ever, would remove now, were nothing held. */
    public Prunable prunable(@Nullable Integer keepDays) {
        person.require(Role.AUDITOR);
        if (keepDays == null) {
            return Prunable.NOTHING;
        }
        return cuts.before(clock.instant().minus(Duration.ofDays(keepDays)))
                .map(cut ->
                        new Prunable(cut.entries(), RecordText.read(cut.from()).at()))
                .orElse(Prunable.NOTHING);
    }

    /** What was removed so far, in the order of the chain. */
    public List<Stub> removed() {
        person.require(Role.AUDITOR);
        return store.stubs();
    }

    /**
     * Changes it for administrators only, and puts it on record. What is no longer kept goes with the next daily run.
     *
     * @param known version that the person saw; another since is problem {@code audit-retention-changed}
     * @param keepDays null for ever
     * @param reason needed to hold entries and to end that
     */
    public void change(long known, @Nullable Integer keepDays, boolean legalHold, @Nullable String reason) {
        var intent = Act.of("audit.change-retention").because(reason);
        acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            person.requireRecent(Dangerous.CHANGE_RETENTION);
            var before = store.newest();
            var said = reason == null || reason.isBlank() ? null : reason.strip();
            var next = new Retention(known + 1, checked(keepDays), legalHold, said, clock.instant(), person.name());
            if (said == null && before.legalHold() != legalHold) {
                throw new ProblemException(Problem.of("audit-hold-reason-missing"));
            }
            acts.together(intent.before(before.values()).after(next.values()), () -> save(before, next));
        });
    }

    private static @Nullable Integer checked(@Nullable Integer keepDays) {
        if (keepDays != null && (keepDays < Retention.SHORTEST_DAYS || keepDays > Retention.LONGEST_DAYS)) {
            throw new ProblemException(
                    Problem.of("audit-retention-days", keepDays, Retention.SHORTEST_DAYS, Retention.LONGEST_DAYS));
        }
        return keepDays;
    }

    private void save(Retention before, Retention next) {
        if (before.version() + 1 != next.version() || !store.insert(next)) {
            throw new ProblemException(Problem.of("audit-retention-changed"));
        }
    }
}
