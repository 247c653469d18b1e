package ai.hexabase.console.audit;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts acts on record and tells what is. */
@Service
public class Acts {
    private static final Logger log = LoggerFactory.getLogger(Acts.class);

    /** Of acts within acts the outermost is what the person wanted. */
    private final ThreadLocal<Boolean> attempting = ThreadLocal.withInitial(() -> false);

    private final AuditStore store;
    private final ActorSource actors;
    private final ActingPerson person;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;

    Acts(
            AuditStore store,
            ActorSource actors,
            ActingPerson person,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.actors = actors;
        this.person = person;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** On record if and only if the current transaction is committed; at once when there is none. */
    public void record(Act act) {
        record(actors.actor(), act);
    }

    /** The same of somebody else than who acts right now. */
    public void record(Actor who, Act act) {
        var record = RecordText.write(clock.instant(), who, act);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            Pending.ofThisTransaction(store).records.add(record);
        } else {
            store.append(record);
        }
    }

    /** On record in another database than the one in use, which holds the same record up to now. */
    public void recordIn(DataSource database, Actor who, Act act) {
        new AuditStore(DSL.using(database, SQLDialect.POSTGRES)).append(RecordText.write(clock.instant(), who, act));
    }

    /** On record whatever becomes of the current transaction, which is about to be given up. */
    public void recordRefusal(Act act) {
        recordRefusal(actors.actor(), act);
    }

    /** The same of somebody else than who acts right now. */
    public void recordRefusal(Actor who, Act act) {
        var record = RecordText.write(clock.instant(), who, act);
        ownTransaction.executeWithoutResult(status -> store.append(record));
    }

    /** Who acts right now, for what comes to its end when nobody does any more. */
    public Actor actor() {
        return actors.actor();
    }

    /** Writes something and puts it on record: both or neither. */
    public void together(Act act, Runnable writes) {
        together(actors.actor(), act, writes);
    }

    /** The same of somebody else than who acts right now. */
    public void together(Actor who, Act act, Runnable writes) {
        transaction.executeWithoutResult(status -> {
            writes.run();
            record(who, act);
        });
    }

    /**
     * Does something and has it on record when it is refused, with the problem; success is put on record by whoever
     * does it, who knows what came of it.
     */
    public <T extends @Nullable Object> T attempt(Act intent, Supplier<T> work) {
        var outermost = !attempting.get();
        attempting.set(true);
        try {
            return work.get();
        } catch (ProblemException refused) {
            if (outermost) {
                recordRefusal(intent, refused);
            }
            throw refused;
        } finally {
            attempting.set(!outermost);
        }
    }

    /** Whether an act is under way on this thread that puts its refusal on record itself. */
    public boolean isAttempting() {
        return attempting.get();
    }

    /** What did not happen may be missing on record while the database is away; why it was refused is told all the same. */
    private void recordRefusal(Act intent, ProblemException refused) {
        try {
            recordRefusal(intent.refused(refused.problem()));
        } catch (RuntimeException away) {
            log.warn("A refusal of {} could not be put on record", intent.kind(), away);
        }
    }

    /** The same without a result. */
    public void attempt(Act intent, Runnable work) {
        attempt(intent, () -> {
            work.run();
            return null;
        });
    }

    /**
     * What a transaction puts on record, written when all else is: the end of the chain is held from then until the
     * commit, so nobody waits for it while doing anything else, and nobody waits in a circle.
     */
    private static final class Pending implements TransactionSynchronization {
        private final AuditStore store;
        private final List<String> records = new ArrayList<>();

        Pending(AuditStore store) {
            this.store = store;
        }

        static Pending ofThisTransaction(AuditStore store) {
            var known = TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(Pending.class::isInstance)
                    .map(Pending.class::cast)
                    .findFirst();
            return known.orElseGet(() -> {
                var pending = new Pending(store);
                TransactionSynchronizationManager.registerSynchronization(pending);
                return pending;
            });
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            records.forEach(store::append);
        }
    }

    /** Newest first; for auditors and administrators. */
    public List<Entry> find(EntryQuery query, int offset, int limit) {
        requireReader();
        return store.find(query, offset, limit);
    }

    public int count(EntryQuery query) {
        requireReader();
        return store.count(query);
    }

    public Optional<Entry> find(long seq) {
        requireReader();
        return store.find(seq);
    }

    /** Kinds that occur, in order. */
    public List<String> kinds() {
        requireReader();
        return store.kinds();
    }

    private void requireReader() {
        person.require(Role.AUDITOR);
    }
}
