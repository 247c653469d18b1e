package ai.hexabase.console.setup;

import static ai.hexabase.console.db.Tables.SETUP_CHECKLIST;
import static ai.hexabase.console.db.Tables.SETUP_STEP;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code setup_step} and {@code setup_checklist}. */
@Repository
class SetupStore {
    private static final short ONLY = 1;

    /** When somebody went on from a step or skipped it. */
    record Mark(@Nullable Instant passedAt, @Nullable Instant skippedAt) {
        static final Mark NONE = new Mark(null, null);
    }

    private final DSLContext db;
    private final Clock clock;

    SetupStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** By the step's id. */
    Map<String, Mark> marks() {
        return db.selectFrom(SETUP_STEP)
                .fetchMap(SETUP_STEP.STEP, row -> new Mark(instant(row.getPassedAt()), instant(row.getSkippedAt())));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    void pass(String step, String person) {
        mark(step, person, OffsetDateTime.now(clock), null);
    }

    void skip(String step, String person) {
        mark(step, person, null, OffsetDateTime.now(clock));
    }

    private void mark(String step, String person, @Nullable OffsetDateTime passed, @Nullable OffsetDateTime skipped) {
        db.insertInto(SETUP_STEP)
                .set(SETUP_STEP.STEP, step)
                .set(SETUP_STEP.PERSON, person)
                .set(SETUP_STEP.PASSED_AT, passed)
                .set(SETUP_STEP.SKIPPED_AT, skipped)
                .onConflict(SETUP_STEP.STEP)
                .doUpdate()
                .set(SETUP_STEP.PERSON, person)
                .set(SETUP_STEP.PASSED_AT, passed)
                .set(SETUP_STEP.SKIPPED_AT, skipped)
                .execute();
    }

    boolean isHidden() {
        return db.fetchExists(SETUP_CHECKLIST);
    }

    /** False when it was hidden already. */
    boolean hide(String person) {
        return db.insertInto(SETUP_CHECKLIST)
                        .set(SETUP_CHECKLIST.ID, ONLY)
                        .set(SETUP_CHECKLIST.HIDDEN_AT, OffsetDateTime.now(clock))
                        .set(SETUP_CHECKLIST.PERSON, person)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
