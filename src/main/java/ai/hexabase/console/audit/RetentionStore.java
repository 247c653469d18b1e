package ai.hexabase.console.audit;

import static ai.hexabase.console.db.Tables.AUDIT_RETENTION;
import static ai.hexabase.console.db.Tables.AUDIT_STUB;

import ai.hexabase.console.db.Routines;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Tables {@code audit_retention} and {@code audit_stub}. */
@Repository
class RetentionStore {
    private final DSLContext db;

    RetentionStore(DSLContext db) {
        this.db = db;
    }

    /** The one that holds. */
    Retention newest() {
        return db.selectFrom(AUDIT_RETENTION)
                .orderBy(AUDIT_RETENTION.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> new Retention(
                        row.getVersion(),
                        row.getKeepDays(),
                        row.getLegalHold(),
                        row.getReason(),
                        row.getChangedAt().toInstant(),
                        row.getChangedBy()))
                .orElse(Retention.FOR_EVER);
    }

    /** Of two changes of the same version one wins; false for the other. */
    boolean insert(Retention next) {
        return db.insertInto(AUDIT_RETENTION)
                        .set(AUDIT_RETENTION.VERSION, next.version())
                        .set(AUDIT_RETENTION.KEEP_DAYS, next.keepDays())
                        .set(AUDIT_RETENTION.LEGAL_HOLD, next.legalHold())
                        .set(AUDIT_RETENTION.REASON, next.reason())
                        .set(
                                AUDIT_RETENTION.CHANGED_AT,
                                Objects.requireNonNull(next.changedAt()).atOffset(ZoneOffset.UTC))
                        .set(AUDIT_RETENTION.CHANGED_BY, next.changedBy())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** In the order of the chain. */
    List<Stub> stubs() {
        return db.selectFrom(AUDIT_STUB)
                .orderBy(AUDIT_STUB.TO_SEQ)
                .fetch(row -> new Stub(
                        row.getFromSeq(),
                        row.getToSeq(),
                        row.getHash(),
                        row.getAt(),
                        row.getSetting(),
                        row.getKeepDays(),
                        row.getKeyId(),
                        row.getSignature()));
    }

    /** The last entry that was removed, 0 before the first. */
    long removedUntil() {
        return db.select(DSL.max(AUDIT_STUB.TO_SEQ))
                .from(AUDIT_STUB)
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    /** Puts the stub in the place of its entries; the database refuses what may not go. */
    void prune(Stub stub) {
        Routines.pruneAudit(
                db.configuration(),
                stub.fromSeq(),
                stub.toSeq(),
                stub.hash(),
                stub.at(),
                stub.setting(),
                stub.keepDays(),
                stub.keyId(),
                stub.signature());
    }
}
