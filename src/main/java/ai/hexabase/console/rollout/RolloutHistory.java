package ai.hexabase.console.rollout;

import static ai.hexabase.console.db.Tables.ROLLOUT;
import static ai.hexabase.console.db.Tables.ROLLOUT_PLAN;
import static ai.hexabase.console.db.Tables.ROLLOUT_STEP;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.manifest.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What earlier rollouts of the same installation on the same cluster tell. */
@Repository
class RolloutHistory {
    private final DSLContext db;

    RolloutHistory(DSLContext db) {
        this.db = db;
    }

    /** How long the step took in the last finished rollout before this one of the same installation and cluster. */
    Optional<Duration> lastTook(Rollout rollout, Phase phase) {
        return db.select(ROLLOUT_STEP.STARTED_AT, ROLLOUT_STEP.ENDED_AT, ROLLOUT_STEP.PAUSED_MS)
                .from(ROLLOUT_STEP)
                .join(ROLLOUT)
                .on(ROLLOUT.ID.eq(ROLLOUT_STEP.ROLLOUT_ID))
                .join(ROLLOUT_PLAN)
                .on(ROLLOUT_PLAN.ID.eq(ROLLOUT.PLAN_ID))
                .where(
                        ROLLOUT.INSTALLATION_ID.eq(rollout.installation().value()),
                        ROLLOUT.CLUSTER_ID.eq(rollout.cluster().value()),
                        ROLLOUT.NUMBER.lt(rollout.number()),
                        ROLLOUT.STATE.eq(RolloutState.DONE.name()),
                        rollout.removal() ? ROLLOUT_PLAN.REMOVAL.isNotNull() : ROLLOUT_PLAN.REMOVAL.isNull(),
                        ROLLOUT_STEP.PHASE.eq(phase.name()),
                        ROLLOUT_STEP.STARTED_AT.isNotNull(),
                        ROLLOUT_STEP.ENDED_AT.isNotNull())
                .orderBy(ROLLOUT.NUMBER.desc())
                .limit(1)
                .fetchOptional(
                        row -> Duration.between(row.value1(), row.value2()).minusMillis(row.value3()));
    }

    /**
     * The revision of the last finished rollout before that plan was carried out, or before now; empty when the last
     * one took the installation away.
     */
    Optional<Integer> doneBefore(InstallationId installation, ClusterId cluster, PlanId plan) {
        var own = DSL.select(DSL.min(ROLLOUT.NUMBER)).from(ROLLOUT).where(ROLLOUT.PLAN_ID.eq(plan.value()));
        var number = DSL.coalesce(DSL.field(own), DSL.inline(Long.MAX_VALUE));
        return db.select(ROLLOUT.REVISION, ROLLOUT_PLAN.REMOVAL)
                .from(ROLLOUT)
                .join(ROLLOUT_PLAN)
                .on(ROLLOUT_PLAN.ID.eq(ROLLOUT.PLAN_ID))
                .where(
                        ROLLOUT.INSTALLATION_ID.eq(installation.value()),
                        ROLLOUT.CLUSTER_ID.eq(cluster.value()),
                        ROLLOUT.STATE.eq(RolloutState.DONE.name()),
                        ROLLOUT.NUMBER.lt(number))
                .orderBy(ROLLOUT.NUMBER.desc())
                .limit(1)
                .fetchOptional()
                .filter(row -> row.value2() == null)
                .map(row -> row.value1());
    }

    /** The revision that a rollout last brought to this cluster, finished or not. */
    Optional<Integer> lastBrought(InstallationId installation, ClusterId cluster) {
        return db.select(ROLLOUT.REVISION)
                .from(ROLLOUT)
                .join(ROLLOUT_PLAN)
                .on(ROLLOUT_PLAN.ID.eq(ROLLOUT.PLAN_ID))
                .where(
                        ROLLOUT.INSTALLATION_ID.eq(installation.value()),
                        ROLLOUT.CLUSTER_ID.eq(cluster.value()),
                        ROLLOUT_PLAN.REMOVAL.isNull())
                .orderBy(ROLLOUT.NUMBER.desc())
                .limit(1)
                .fetchOptional(ROLLOUT.REVISION);
    }

    /** Of this installation. */
    Optional<RolloutId> lastDone(InstallationId installation) {
        return db.select(ROLLOUT.ID)
                .from(ROLLOUT)
                .where(ROLLOUT.INSTALLATION_ID.eq(installation.value()), ROLLOUT.STATE.eq(RolloutState.DONE.name()))
                .orderBy(ROLLOUT.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new RolloutId(row.value1()));
    }

    Set<InstallationId> installationsDone() {
        return db.selectDistinct(ROLLOUT.INSTALLATION_ID)
                .from(ROLLOUT)
                .where(ROLLOUT.STATE.eq(RolloutState.DONE.name()))
                .fetchSet(row -> new InstallationId(row.value1()));
    }
}
