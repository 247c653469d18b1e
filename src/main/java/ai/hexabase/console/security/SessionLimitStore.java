package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.SESSION_LIMITS;

import ai.hexabase.console.security.SessionLimits.Limit;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Table {@code session_limits}. */
@Repository
class SessionLimitStore {
    private final DSLContext db;

    SessionLimitStore(DSLContext db) {
        this.db = db;
    }

    /** The ones that hold; empty before the first change. */
    Optional<SessionLimits> newest() {
        return db.selectFrom(SESSION_LIMITS)
                .orderBy(SESSION_LIMITS.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> SessionLimits.ofMinutes(
                        row.getVersion(),
                        Map.of(
                                Limit.IDLE, row.getIdleMinutes(),
                                Limit.LONGEST, row.getLongestMinutes(),
                                Limit.RECHECK, row.getRecheckMinutes(),
                                Limit.STEP_UP, row.getStepUpMinutes()),
                        row.getChangedAt().toInstant(),
                        row.getChangedBy()));
    }

    /** Of two changes of the same version one wins; false for the other. */
    boolean insert(SessionLimits next) {
        return db.insertInto(SESSION_LIMITS)
                        .set(SESSION_LIMITS.VERSION, next.version())
                        .set(SESSION_LIMITS.IDLE_MINUTES, next.minutes(Limit.IDLE))
                        .set(SESSION_LIMITS.LONGEST_MINUTES, next.minutes(Limit.LONGEST))
                        .set(SESSION_LIMITS.RECHECK_MINUTES, next.minutes(Limit.RECHECK))
                        .set(SESSION_LIMITS.STEP_UP_MINUTES, next.minutes(Limit.STEP_UP))
                        .set(
                                SESSION_LIMITS.CHANGED_AT,
                                Objects.requireNonNull(next.changedAt()).atOffset(ZoneOffset.UTC))
                        .set(SESSION_LIMITS.CHANGED_BY, next.changedBy())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
