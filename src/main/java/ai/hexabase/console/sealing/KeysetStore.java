package ai.hexabase.console.sealing;

import static ai.hexabase.console.db.Tables.SEALING_KEYSET;

import ai.hexabase.console.db.tables.records.SealingKeysetRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code sealing_keyset}: at most one row. */
@Repository
class KeysetStore {
    private static final short ONLY = 1;

    /**
     * The keyset as stored.
     *
     * @param next the same wrapped with the key that is about to take over; null when none is
     * @param nextBy who began that
     */
    record Stored(
            String wrapped,
            @Nullable String next,
            @Nullable String nextBy,
            Instant keySince,
            @Nullable Instant testedAt,
            @Nullable String testedBy) {}

    private final DSLContext db;
    private final Clock clock;

    KeysetStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Stored> find() {
        return db.selectFrom(SEALING_KEYSET).fetchOptional(KeysetStore::read);
    }

    private static Stored read(SealingKeysetRecord row) {
        var tested = row.getRecoveryTestedAt();
        return new Stored(
                row.getSealed(),
                row.getNextSealed(),
                row.getNextBy(),
                row.getKeySince().toInstant(),
                tested == null ? null : tested.toInstant(),
                row.getRecoveryTestedBy());
    }

    /**
     * Of two consoles starting at the same moment, one wins and both use its keyset. In a transaction of its own: the
     * keyset is in use from then on, whatever becomes of the transaction that needed it first.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Stored insertUnlessPresent(String wrapped) {
        var now = OffsetDateTime.now(clock);
        db.insertInto(SEALING_KEYSET)
                .set(SEALING_KEYSET.ID, ONLY)
                .set(SEALING_KEYSET.SEALED, wrapped)
                .set(SEALING_KEYSET.CREATED_AT, now)
                .set(SEALING_KEYSET.KEY_SINCE, now)
                .onConflictDoNothing()
                .execute();
        return find().orElseThrow();
    }

    /** Keeps a second wrapping beside the first; both open until {@link #take}. */
    void prepare(String next, String by) {
        db.update(SEALING_KEYSET)
                .set(SEALING_KEYSET.NEXT_SEALED, next)
                .set(SEALING_KEYSET.NEXT_BY, by)
                .execute();
    }

    /** From now on this wrapping alone; whatever was tested before was another key. */
    void take(String wrapped) {
        db.update(SEALING_KEYSET)
                .set(SEALING_KEYSET.SEALED, wrapped)
                .set(SEALING_KEYSET.KEY_SINCE, OffsetDateTime.now(clock))
                .setNull(SEALING_KEYSET.NEXT_SEALED)
                .setNull(SEALING_KEYSET.NEXT_BY)
                .setNull(SEALING_KEYSET.RECOVERY_TESTED_AT)
                .setNull(SEALING_KEYSET.RECOVERY_TESTED_BY)
                .execute();
    }

    /** A copy of the key was shown to open the keyset. */
    void tested(String by) {
        db.update(SEALING_KEYSET)
                .set(SEALING_KEYSET.RECOVERY_TESTED_AT, OffsetDateTime.now(clock))
                .set(SEALING_KEYSET.RECOVERY_TESTED_BY, by)
                .execute();
    }
}
