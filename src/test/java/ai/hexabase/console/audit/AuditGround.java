package ai.hexabase.console.audit;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.sealing.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;

/** A record for what tests put together by hand. */
public final class AuditGround {
    private AuditGround() {}

    public static Acts acts(DSLContext db, ActingPerson person, Clock clock, PlatformTransactionManager transactions) {
        return new Acts(
                new AuditStore(db),
                () -> new Actor(person.name(), person.name(), "test", null, null),
                person,
                clock,
                transactions);
    }

    private record Person(String name, Set<Role> roles) implements ActingPerson {}

    /** A record with signed entries of long ago, how long it is kept, and the daily run. */
    public static final class OldRecord {
        private final Acts acts;
        private final Pruning pruning;
        public final Retentions retentions;

        public OldRecord(DSLContext db, PlatformTransactionManager transactions, Sealer sealer, int days, int entries) {
            var clock = Clock.systemUTC();
            var person = new Person("misaki", Set.of(Role.ADMIN));
            var store = new AuditStore(db);
            var checkpoints = new CheckpointStore(db, clock);
            var stored = new RetentionStore(db);
            var keys = new SigningKeys(checkpoints, sealer);
            var cuts = new Cuts(store, checkpoints);
            acts = acts(db, person, clock, transactions);
            retentions = new Retentions(stored, cuts, acts, person, clock);
            pruning = new Pruning(stored, cuts, keys, acts, clock);
            var then = acts(db, person, Clock.offset(clock, Duration.ofDays(-days)), transactions);
            for (var number = 1; number <= entries; number++) {
                then.record(Act.of("cluster.change").on("cluster", "id-" + number, "tokyo-" + number));
            }
            var reader = new ChainReader(store, checkpoints, stored, new OneMoment(transactions));
            new Chain(store, checkpoints, keys, reader, person, clock).checkpoint();
        }

        public void prune() {
            pruning.prune();
        }

        public Entry newest() {
            return acts.find(EntryQuery.ALL, 0, 1).getFirst();
        }
    }
}
