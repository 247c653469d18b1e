package ai.hexabase.console.rollout;

import static ai.hexabase.console.db.Tables.ROLLOUT_STEP;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Notes when a step was last looked at. A longer gap means that nobody looked: the console or its database was away,
 * the machine slept, or its clock was set. Such time says nothing about the cluster, so it does not count as waiting.
 */
@Repository
class Looks {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(2);
    private final DSLContext db;

    Looks(DSLContext db) {
        this.db = db;
    }

    /** The next look is the first. */
    void forget(RolloutId rollout) {
        db.update(ROLLOUT_STEP)
                .setNull(ROLLOUT_STEP.LOOKED_AT)
                .where(ROLLOUT_STEP.ROLLOUT_ID.eq(rollout.value()))
                .execute();
    }

    /** The step with its limits moved by the time in which nobody looked, which is negative after a jump back. */
    Step attended(RolloutId rollout, Step step, Instant now) {
        var own = ROLLOUT_STEP
                .ROLLOUT_ID
                .eq(rollout.value())
                .and(ROLLOUT_STEP.PHASE.eq(step.phase().name()));
        var last =
                db.select(ROLLOUT_STEP.LOOKED_AT).from(ROLLOUT_STEP).where(own).fetchOptional(ROLLOUT_STEP.LOOKED_AT);
        db.update(ROLLOUT_STEP)
                .set(ROLLOUT_STEP.LOOKED_AT, Columns.time(now))
                .where(own)
                .execute();
        return last.map(time -> Duration.between(time.toInstant(), now))
                .filter(gap -> gap.isNegative() || gap.compareTo(BETWEEN_LOOKS) > 0)
                .map(step::later)
                .orElse(step);
    }
}
