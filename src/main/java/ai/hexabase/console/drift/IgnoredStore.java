package ai.hexabase.console.drift;

import static ai.hexabase.console.db.Tables.DRIFT_IGNORED;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.db.tables.records.DriftIgnoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Table {@code drift_ignored}. */
@Repository
class IgnoredStore {
    private final DSLContext db;

    IgnoredStore(DSLContext db) {
        this.db = db;
    }

    void insert(Ignored ignored) {
        db.insertInto(DRIFT_IGNORED)
                .set(DRIFT_IGNORED.ID, ignored.id())
                .set(DRIFT_IGNORED.INSTALLATION_ID, ignored.installation().value())
                .set(DRIFT_IGNORED.OBJECT, ignored.object())
                .set(DRIFT_IGNORED.FIELD, ignored.field())
                .set(DRIFT_IGNORED.REASON, ignored.reason())
                .set(DRIFT_IGNORED.IGNORED_BY, ignored.by())
                .set(DRIFT_IGNORED.IGNORED_AT, DriftStore.time(ignored.at()))
                .set(DRIFT_IGNORED.ENDS_AT, DriftStore.time(ignored.endsAt()))
                .execute();
    }

    /** The first to end it counts. */
    void end(UUID id, String person, Instant now) {
        db.update(DRIFT_IGNORED)
                .set(DRIFT_IGNORED.ENDED_EARLY_AT, DriftStore.time(now))
                .set(DRIFT_IGNORED.ENDED_EARLY_BY, person)
                .where(DRIFT_IGNORED.ID.eq(id), DRIFT_IGNORED.ENDED_EARLY_AT.isNull())
                .execute();
    }

    Optional<Ignored> find(UUID id) {
        return db.selectFrom(DRIFT_IGNORED).where(DRIFT_IGNORED.ID.eq(id)).fetchOptional(IgnoredStore::ignored);
    }

    /** In force or over, the newest first. */
    List<Ignored> list(InstallationId installation) {
        return db.selectFrom(DRIFT_IGNORED)
                .where(DRIFT_IGNORED.INSTALLATION_ID.eq(installation.value()))
                .orderBy(DRIFT_IGNORED.IGNORED_AT.desc())
                .fetch(IgnoredStore::ignored);
    }

    /** How many are in force, by installation; none for those without. */
    Map<InstallationId, Integer> inForce(Instant now) {
        return db
                .select(DRIFT_IGNORED.INSTALLATION_ID, DSL.count())
                .from(DRIFT_IGNORED)
                .where(DRIFT_IGNORED.ENDED_EARLY_AT.isNull(), DRIFT_IGNORED.ENDS_AT.gt(DriftStore.time(now)))
                .groupBy(DRIFT_IGNORED.INSTALLATION_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> new InstallationId(row.value1()), row -> row.value2()));
    }

    private static Ignored ignored(DriftIgnoredRecord row) {
        return new Ignored(
                row.getId(),
                new InstallationId(row.getInstallationId()),
                row.getObject(),
                row.getField(),
                row.getReason(),
                row.getIgnoredBy(),
                row.getIgnoredAt().toInstant(),
                row.getEndsAt().toInstant(),
                DriftStore.instant(row.getEndedEarlyAt()),
                row.getEndedEarlyBy());
    }
}
