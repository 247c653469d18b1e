package ai.hexabase.console.rollout;

import static ai.hexabase.console.db.Tables.ROLLOUT;
import static ai.hexabase.console.db.Tables.ROLLOUT_PLAN;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.preflight.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Keeps plans. */
@Repository
class PlanStore {
    /** How many plans of an installation are kept besides those that were carried out. */
    private static final int KEPT = 20;

    private static final TypeReference<List<PlanEntry>> ENTRIES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Decision>> DECISIONS = new TypeReference<>() {};
    private static final TypeReference<List<Adoption>> ADOPTIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> HASHES = new TypeReference<>() {};
    private static final TypeReference<Set<String>> KEYS = new TypeReference<>() {};

    private final DSLContext db;

    PlanStore(DSLContext db) {
        this.db = db;
    }

    /** Stores the plan and gives it its number; the number it came with is ignored. */
    Plan insert(Plan plan) {
        var number = db.insertInto(ROLLOUT_PLAN)
                .set(ROLLOUT_PLAN.ID, plan.id().value())
                .set(ROLLOUT_PLAN.INSTALLATION_ID, plan.installation().value())
                .set(ROLLOUT_PLAN.INSTALLATION_NAME, plan.installationName())
                .set(ROLLOUT_PLAN.REVISION, plan.revision())
                .set(ROLLOUT_PLAN.CLUSTER_ID, plan.cluster().value())
                .set(ROLLOUT_PLAN.CLUSTER_NAME, plan.clusterName())
                .set(ROLLOUT_PLAN.MADE_AT, Columns.time(plan.madeAt()))
                .set(ROLLOUT_PLAN.MADE_BY, plan.madeBy())
                .set(ROLLOUT_PLAN.RENDERED_HASH, plan.fingerprint().rendered())
                .set(ROLLOUT_PLAN.LIVE, Columns.json(plan.fingerprint().live()))
                .set(ROLLOUT_PLAN.REPORT, Columns.json(plan.report()))
                .set(ROLLOUT_PLAN.ENTRIES, Columns.json(plan.entries()))
                .set(ROLLOUT_PLAN.DECISIONS, Columns.json(plan.decisions()))
                .set(ROLLOUT_PLAN.AGREED, Columns.json(plan.agreed()))
                .set(ROLLOUT_PLAN.ADOPTIONS, Columns.json(plan.adoptions()))
                .set(ROLLOUT_PLAN.REMOVAL, Columns.jsonIfAny(plan.removal()))
                .returningResult(ROLLOUT_PLAN.NUMBER)
                .fetchSingle()
                .value1();
        forgetOld(plan.installation(), number);
        return find(plan.id()).orElseThrow(() -> new IllegalStateException("Plan " + number + " vanished"));
    }

    private void forgetOld(InstallationId installation, long newest) {
        db.deleteFrom(ROLLOUT_PLAN)
                .where(ROLLOUT_PLAN.INSTALLATION_ID.eq(installation.value()))
                .and(ROLLOUT_PLAN.NUMBER.lt(newest))
                .and(ROLLOUT_PLAN.NUMBER.notIn(db.select(ROLLOUT_PLAN.NUMBER)
                        .from(ROLLOUT_PLAN)
                        .where(ROLLOUT_PLAN.INSTALLATION_ID.eq(installation.value()))
                        .orderBy(ROLLOUT_PLAN.NUMBER.desc())
                        .limit(KEPT)))
                .and(notExists(selectOne().from(ROLLOUT).where(ROLLOUT.PLAN_ID.eq(ROLLOUT_PLAN.ID))))
                .execute();
    }

    Optional<Plan> find(PlanId id) {
        return db.selectFrom(ROLLOUT_PLAN).where(ROLLOUT_PLAN.ID.eq(id.value())).fetchOptional(PlanStore::plan);
    }

    /** The newest that installs. */
    Optional<Plan> latest(InstallationId installation) {
        return latest(ROLLOUT_PLAN.INSTALLATION_ID.eq(installation.value()).and(ROLLOUT_PLAN.REMOVAL.isNull()));
    }

    /** The newest that takes it from this cluster. */
    Optional<Plan> latestRemoval(InstallationId installation, ClusterId cluster) {
        return latest(ROLLOUT_PLAN
                .INSTALLATION_ID
                .eq(installation.value())
                .and(ROLLOUT_PLAN.CLUSTER_ID.eq(cluster.value()))
                .and(ROLLOUT_PLAN.REMOVAL.isNotNull()));
    }

    private Optional<Plan> latest(Condition condition) {
        return db.selectFrom(ROLLOUT_PLAN)
                .where(condition)
                .orderBy(ROLLOUT_PLAN.NUMBER.desc())
                .limit(1)
                .fetchOptional(PlanStore::plan);
    }

    /** The plan as it is now, kept from changing until the transaction ends; also from being started. */
    Plan lock(PlanId id) {
        return db.selectFrom(ROLLOUT_PLAN)
                .where(ROLLOUT_PLAN.ID.eq(id.value()))
                .forUpdate()
                .fetchSingle(PlanStore::plan);
    }

    /** Whether it was ever started. */
    boolean isStarted(PlanId id) {
        return db.fetchExists(ROLLOUT, ROLLOUT.PLAN_ID.eq(id.value()));
    }

    void update(PlanId id, Map<String, Decision> decisions, List<PlanEntry> entries) {
        db.update(ROLLOUT_PLAN)
                .set(ROLLOUT_PLAN.DECISIONS, Columns.json(decisions))
                .set(ROLLOUT_PLAN.ENTRIES, Columns.json(entries))
                .where(ROLLOUT_PLAN.ID.eq(id.value()))
                .execute();
    }

    void agreed(PlanId id, Set<String> keys) {
        db.update(ROLLOUT_PLAN)
                .set(ROLLOUT_PLAN.AGREED, Columns.json(keys))
                .where(ROLLOUT_PLAN.ID.eq(id.value()))
                .execute();
    }

    void update(PlanId id, List<Adoption> adoptions) {
        db.update(ROLLOUT_PLAN)
                .set(ROLLOUT_PLAN.ADOPTIONS, Columns.json(adoptions))
                .where(ROLLOUT_PLAN.ID.eq(id.value()))
                .execute();
    }

    private static Plan plan(Record row) {
        return new Plan(
                new PlanId(row.get(ROLLOUT_PLAN.ID)),
                row.get(ROLLOUT_PLAN.NUMBER),
                new InstallationId(row.get(ROLLOUT_PLAN.INSTALLATION_ID)),
                row.get(ROLLOUT_PLAN.INSTALLATION_NAME),
                row.get(ROLLOUT_PLAN.REVISION),
                new ClusterId(row.get(ROLLOUT_PLAN.CLUSTER_ID)),
                row.get(ROLLOUT_PLAN.CLUSTER_NAME),
                row.get(ROLLOUT_PLAN.MADE_AT).toInstant(),
                row.get(ROLLOUT_PLAN.MADE_BY),
                new Plan.Fingerprint(
                        row.get(ROLLOUT_PLAN.RENDERED_HASH), Columns.value(row.get(ROLLOUT_PLAN.LIVE), HASHES)),
                Columns.value(row.get(ROLLOUT_PLAN.REPORT), Report.class),
                Columns.value(row.get(ROLLOUT_PLAN.ENTRIES), ENTRIES),
                Columns.value(row.get(ROLLOUT_PLAN.DECISIONS), DECISIONS),
                Columns.value(row.get(ROLLOUT_PLAN.AGREED), KEYS),
                Columns.value(row.get(ROLLOUT_PLAN.ADOPTIONS), ADOPTIONS),
                Columns.valueIfAny(row.get(ROLLOUT_PLAN.REMOVAL), Removal.class));
    }
}
