package ai.hexabase.console.sealing;

import static ai.hexabase.console.db.Tables.SEALING_KEYSET;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code sealing_keyset}: at most one row. */
@Repository
class KeysetStore {
    private static final short ONLY = 1;

    private final DSLContext db;
    private final Clock clock;

    KeysetStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<String> find() {
        return db.select(SEALING_KEYSET.SEALED).from(SEALING_KEYSET).fetchOptional(SEALING_KEYSET.SEALED);
    }

    /**
     * Of two consoles starting at the same moment, one wins and both use its keyset. In a transaction of its own: the
     * keyset is in use from then on, whatever becomes of the transaction that needed it first.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    String insertUnlessPresent(String sealed) {
        db.insertInto(SEALING_KEYSET)
                .set(SEALING_KEYSET.ID, ONLY)
                .set(SEALING_KEYSET.SEALED, sealed)
                .set(SEALING_KEYSET.CREATED_AT, OffsetDateTime.now(clock))
                .onConflictDoNothing()
                .execute();
        return find().orElseThrow();
    }
}
