package ai.hexabase.console.audit;

import static ai.hexabase.console.db.Tables.AUDIT_CHECKPOINT;
import static ai.hexabase.console.db.Tables.AUDIT_KEY;

import ai.hexabase.console.db.tables.records.AuditCheckpointRecord;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.springframework.stereotype.Repository;

/** Tables {@code audit_checkpoint} and {@code audit_key}. */
@Repository
class CheckpointStore {
    /** A key as stored; the private one is sealed. */
    record Key(String id, byte[] publicKey, byte[] sealedPrivateKey) {}

    private final DSLContext db;
    private final Clock clock;

    CheckpointStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Checkpoint> all() {
        return db.selectFrom(AUDIT_CHECKPOINT).orderBy(AUDIT_CHECKPOINT.SEQ).fetch(CheckpointStore::read);
    }

    private static Checkpoint read(AuditCheckpointRecord row) {
        return new Checkpoint(row.getSeq(), row.getHash(), row.getAt(), row.getKeyId(), row.getSignature());
    }

    Optional<Checkpoint> firstWithin(long from, long until) {
        return outermost(from, until, AUDIT_CHECKPOINT.SEQ.asc());
    }

    Optional<Checkpoint> lastWithin(long from, long until) {
        return outermost(from, until, AUDIT_CHECKPOINT.SEQ.desc());
    }

    private Optional<Checkpoint> outermost(long from, long until, SortField<Long> order) {
        return db.selectFrom(AUDIT_CHECKPOINT)
                .where(AUDIT_CHECKPOINT.SEQ.between(from, until))
                .orderBy(order)
                .limit(1)
                .fetchOptional(CheckpointStore::read);
    }

    Optional<Long> lastSeq() {
        return db.select(org.jooq.impl.DSL.max(AUDIT_CHECKPOINT.SEQ))
                .from(AUDIT_CHECKPOINT)
                .fetchOptional()
                .map(row -> row.value1());
    }

    /** Of two consoles that sign the same place one wins. */
    void insert(Checkpoint checkpoint) {
        db.insertInto(AUDIT_CHECKPOINT)
                .set(AUDIT_CHECKPOINT.SEQ, checkpoint.seq())
                .set(AUDIT_CHECKPOINT.HASH, checkpoint.hash())
                .set(AUDIT_CHECKPOINT.AT, checkpoint.at())
                .set(AUDIT_CHECKPOINT.KEY_ID, checkpoint.keyId())
                .set(AUDIT_CHECKPOINT.SIGNATURE, checkpoint.signature())
                .onConflictDoNothing()
                .execute();
    }

    Optional<Key> newestKey() {
        return db.selectFrom(AUDIT_KEY)
                .orderBy(AUDIT_KEY.CREATED_AT.desc())
                .limit(1)
                .fetchOptional(row -> new Key(row.getId(), row.getPublicKey(), row.getPrivateKey()));
    }

    List<Key> keys() {
        return db.selectFrom(AUDIT_KEY)
                .orderBy(AUDIT_KEY.CREATED_AT)
                .fetch(row -> new Key(row.getId(), row.getPublicKey(), row.getPrivateKey()));
    }

    void insert(Key key) {
        db.insertInto(AUDIT_KEY)
                .set(AUDIT_KEY.ID, key.id())
                .set(AUDIT_KEY.PUBLIC_KEY, key.publicKey())
                .set(AUDIT_KEY.PRIVATE_KEY, key.sealedPrivateKey())
                .set(AUDIT_KEY.CREATED_AT, OffsetDateTime.now(clock))
                .execute();
    }
}
