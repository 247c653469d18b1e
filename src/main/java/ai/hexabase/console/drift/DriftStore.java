package ai.hexabase.console.drift;

import static ai.hexabase.console.db.Tables.DRIFT_COMPARISON;
import static ai.hexabase.console.db.Tables.DRIFT_OBJECT;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.rollout.RolloutId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code drift_comparison} and {@code drift_object}. */
@Repository
class DriftStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;

    DriftStore(DSLContext db) {
        this.db = db;
    }

    /** What is known; nothing for an installation that was never compared. */
    Comparison find(InstallationId installation) {
        return db.selectFrom(DRIFT_COMPARISON)
                .where(DRIFT_COMPARISON.INSTALLATION_ID.eq(installation.value()))
                .fetchOptional(row -> comparison(row, objects(installation)))
                .orElse(Comparison.NONE);
    }

    private static Comparison comparison(Record row, List<DriftedObject> objects) {
        var rollout = row.get(DRIFT_COMPARISON.ROLLOUT_ID);
        var problem = row.get(DRIFT_COMPARISON.PROBLEM);
        return new Comparison(
                rollout == null ? null : new RolloutId(rollout),
                instant(row.get(DRIFT_COMPARISON.COMPARED_AT)),
                row.get(DRIFT_COMPARISON.OBJECTS),
                instant(row.get(DRIFT_COMPARISON.FAILED_SINCE)),
                problem == null ? null : JSON.readValue(problem.data(), Problem.class),
                instant(row.get(DRIFT_COMPARISON.ASKED_AT)),
                row.get(DRIFT_COMPARISON.VERSION),
                objects);
    }

    private List<DriftedObject> objects(InstallationId installation) {
        return db.select(DRIFT_OBJECT.DOCUMENT)
                .from(DRIFT_OBJECT)
                .where(DRIFT_OBJECT.INSTALLATION_ID.eq(installation.value()))
                .orderBy(DRIFT_OBJECT.OBJECT)
                .fetch(row -> JSON.readValue(row.value1().data(), DriftedObject.class));
    }

    /** Keeps what a complete comparison came to. */
    @Transactional
    void complete(
            InstallationId installation, RolloutId rollout, int compared, List<DriftedObject> found, Instant now) {
        lock(installation);
        var before = byKey(installation);
        db.deleteFrom(DRIFT_OBJECT)
                .where(DRIFT_OBJECT.INSTALLATION_ID.eq(installation.value()))
                .execute();
        found.forEach(object -> put(installation, object, before));
        db.update(DRIFT_COMPARISON)
                .set(DRIFT_COMPARISON.ROLLOUT_ID, rollout.value())
                .set(DRIFT_COMPARISON.COMPARED_AT, time(now))
                .set(DRIFT_COMPARISON.OBJECTS, compared)
                .setNull(DRIFT_COMPARISON.FAILED_SINCE)
                .setNull(DRIFT_COMPARISON.PROBLEM)
                .where(DRIFT_COMPARISON.INSTALLATION_ID.eq(installation.value()))
                .execute();
        touch(installation);
    }

    /**
     * Keeps what comparing some objects came to; nothing when the last complete comparison was with another rollout.
     *
     * @param looked keys of the objects
     */
    @Transactional
    void partly(InstallationId installation, RolloutId rollout, Collection<String> looked, List<DriftedObject> found) {
        lock(installation);
        var current = db.fetchExists(
                DRIFT_COMPARISON,
                DRIFT_COMPARISON
                        .INSTALLATION_ID
                        .eq(installation.value())
                        .and(DRIFT_COMPARISON.ROLLOUT_ID.eq(rollout.value())));
        if (!current) {
            return;
        }
        var before = byKey(installation);
        db.deleteFrom(DRIFT_OBJECT)
                .where(DRIFT_OBJECT.INSTALLATION_ID.eq(installation.value()), DRIFT_OBJECT.OBJECT.in(looked))
                .execute();
        found.forEach(object -> put(installation, object, before));
        touch(installation);
    }

    private Map<String, DriftedObject> byKey(InstallationId installation) {
        return objects(installation).stream().collect(Collectors.toMap(DriftedObject::key, object -> object));
    }

    private void put(InstallationId installation, DriftedObject found, Map<String, DriftedObject> before) {
        var known = before.get(found.key());
        var object = known == null ? found : found.since(known);
        db.insertInto(DRIFT_OBJECT)
                .set(DRIFT_OBJECT.INSTALLATION_ID, installation.value())
                .set(DRIFT_OBJECT.OBJECT, object.key())
                .set(DRIFT_OBJECT.DOCUMENT, JSONB.valueOf(JSON.writeValueAsString(object)))
                .execute();
    }

    /** Comparing failed; the first failure since it last went well counts. */
    @Transactional
    void failed(InstallationId installation, Problem problem, Instant now) {
        lock(installation);
        var since = Optional.ofNullable(find(installation).failedSince()).orElse(now);
        db.update(DRIFT_COMPARISON)
                .set(DRIFT_COMPARISON.FAILED_SINCE, time(since))
                .set(DRIFT_COMPARISON.PROBLEM, JSONB.valueOf(JSON.writeValueAsString(problem)))
                .where(DRIFT_COMPARISON.INSTALLATION_ID.eq(installation.value()))
                .execute();
        touch(installation);
    }

    @Transactional
    void asked(InstallationId installation, Instant now) {
        lock(installation);
        db.update(DRIFT_COMPARISON)
                .set(DRIFT_COMPARISON.ASKED_AT, time(now))
                .where(DRIFT_COMPARISON.INSTALLATION_ID.eq(installation.value()))
                .execute();
        touch(installation);
    }

    /** Writers of one installation go one after the other. */
    private void lock(InstallationId installation) {
        db.insertInto(DRIFT_COMPARISON)
                .set(DRIFT_COMPARISON.INSTALLATION_ID, installation.value())
                .onConflictDoNothing()
                .execute();
        db.selectOne()
                .from(DRIFT_COMPARISON)
                .where(DRIFT_COMPARISON.INSTALLATION_ID.eq(installation.value()))
                .forUpdate()
                .fetch();
    }

    /** Something about the installation's drift is new. */
    void touch(InstallationId installation) {
        db.update(DRIFT_COMPARISON)
                .set(DRIFT_COMPARISON.VERSION, DRIFT_COMPARISON.VERSION.plus(1))
                .where(DRIFT_COMPARISON.INSTALLATION_ID.eq(installation.value()))
                .execute();
    }

    /** By installation; another number says that something is new. */
    Map<InstallationId, Long> versions() {
        return db
                .select(DRIFT_COMPARISON.INSTALLATION_ID, DRIFT_COMPARISON.VERSION)
                .from(DRIFT_COMPARISON)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> new InstallationId(row.value1()), row -> row.value2()));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
