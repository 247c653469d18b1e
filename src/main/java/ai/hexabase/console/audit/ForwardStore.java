package ai.hexabase.console.audit;

import static ai.hexabase.console.db.Tables.AUDIT_TARGET;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.db.tables.records.AuditTargetRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code audit_target}. */
@Repository
class ForwardStore {
    private final DSLContext db;

    ForwardStore(DSLContext db) {
        this.db = db;
    }

    /** Oldest first. */
    List<ForwardTarget> all() {
        return db.selectFrom(AUDIT_TARGET).orderBy(AUDIT_TARGET.CREATED_AT).fetch(ForwardStore::read);
    }

    Optional<ForwardTarget> find(UUID id) {
        return db.selectFrom(AUDIT_TARGET).where(AUDIT_TARGET.ID.eq(id)).fetchOptional(ForwardStore::read);
    }

    Optional<byte[]> sealedSecret(UUID id) {
        return db.select(AUDIT_TARGET.SECRET)
                .from(AUDIT_TARGET)
                .where(AUDIT_TARGET.ID.eq(id))
                .fetchOptional(AUDIT_TARGET.SECRET);
    }

    void insert(ForwardTarget target, byte @Nullable [] sealedSecret, Instant now) {
        var row = settings(target);
        row.setId(target.id());
        row.setSecret(sealedSecret);
        row.setPosition(target.progress().position());
        row.setCreatedAt(at(now));
        row.insert();
    }

    /** The settings, not how far it has come; a secret of null stays as it is. */
    void update(ForwardTarget target, byte @Nullable [] sealedSecret) {
        var row = settings(target);
        if (sealedSecret != null) {
            row.setSecret(sealedSecret.length == 0 ? null : sealedSecret);
        }
        db.update(AUDIT_TARGET).set(row).where(AUDIT_TARGET.ID.eq(target.id())).execute();
    }

    private AuditTargetRecord settings(ForwardTarget target) {
        var row = db.newRecord(AUDIT_TARGET);
        row.setName(target.name());
        row.setKind(target.kind().name());
        row.setAddress(target.address());
        row.setSingle(target.single());
        row.setEnterprise(target.enterprise());
        row.setAuthorities(target.authorities());
        row.setPaused(target.paused());
        return row;
    }

    void delete(UUID id) {
        db.deleteFrom(AUDIT_TARGET).where(AUDIT_TARGET.ID.eq(id)).execute();
    }

    /** The receiver has all up to {@code to}. */
    void succeeded(UUID id, long from, long to, Instant now) {
        db.update(AUDIT_TARGET)
                .set(AUDIT_TARGET.POSITION, to)
                .set(AUDIT_TARGET.SUCCEEDED_AT, at(now))
                .setNull(AUDIT_TARGET.FAILING_SINCE)
                .set(AUDIT_TARGET.TRIES, 0)
                .setNull(AUDIT_TARGET.FAILED_AT)
                .setNull(AUDIT_TARGET.FAILURE)
                .setNull(AUDIT_TARGET.FAILURE_ARGS)
                .setNull(AUDIT_TARGET.FAILURE_WORDS)
                .where(AUDIT_TARGET.ID.eq(id), AUDIT_TARGET.POSITION.eq(from))
                .execute();
    }

    /** What is between the two is gone from the record. */
    void missed(UUID id, long from, long to) {
        db.update(AUDIT_TARGET)
                .set(AUDIT_TARGET.POSITION, to)
                .set(AUDIT_TARGET.MISSED, AUDIT_TARGET.MISSED.plus(to - from))
                .where(AUDIT_TARGET.ID.eq(id), AUDIT_TARGET.POSITION.eq(from))
                .execute();
    }

    void failed(UUID id, Problem why, Instant now) {
        db.update(AUDIT_TARGET)
                .set(AUDIT_TARGET.FAILING_SINCE, org.jooq.impl.DSL.coalesce(AUDIT_TARGET.FAILING_SINCE, at(now)))
                .set(AUDIT_TARGET.TRIES, AUDIT_TARGET.TRIES.plus(1))
                .set(AUDIT_TARGET.FAILED_AT, at(now))
                .set(AUDIT_TARGET.FAILURE, why.code())
                .set(AUDIT_TARGET.FAILURE_ARGS, why.args().toArray(String[]::new))
                .set(AUDIT_TARGET.FAILURE_WORDS, why.words())
                .where(AUDIT_TARGET.ID.eq(id))
                .execute();
    }

    private static ForwardTarget read(AuditTargetRecord row) {
        var succeeded = row.getSucceededAt();
        var progress = new ForwardTarget.Progress(
                row.getPosition(), row.getMissed(), succeeded == null ? null : succeeded.toInstant(), failure(row));
        return new ForwardTarget(
                row.getId(),
                row.getName(),
                ForwardTarget.Kind.valueOf(row.getKind()),
                row.getAddress(),
                row.getSingle(),
                row.getEnterprise(),
                row.getAuthorities(),
                row.getPaused(),
                progress);
    }

    private static ForwardTarget.@Nullable Failure failure(AuditTargetRecord row) {
        var code = row.getFailure();
        return code == null
                ? null
                : new ForwardTarget.Failure(
                        Objects.requireNonNull(row.getFailingSince()).toInstant(),
                        row.getTries(),
                        Objects.requireNonNull(row.getFailedAt()).toInstant(),
                        new Problem(
                                code, List.of(Objects.requireNonNull(row.getFailureArgs())), row.getFailureWords()));
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
