package ai.hexabase.console.rollout;

import static ai.hexabase.console.db.Tables.ROLLOUT_STEP;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.db.tables.records.RolloutStepRecord;
import ai.hexabase.console.manifest.Phase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the steps of rollouts. */
@Repository
class StepStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final DSLContext db;

    StepStore(DSLContext db) {
        this.db = db;
    }

    void insert(RolloutId rollout, Step step) {
        db.executeInsert(row(rollout, step));
    }

    void save(RolloutId rollout, Step step) {
        db.executeUpdate(
                row(rollout, step),
                ROLLOUT_STEP
                        .ROLLOUT_ID
                        .eq(rollout.value())
                        .and(ROLLOUT_STEP.PHASE.eq(step.phase().name())));
    }

    /** The steps of each of these rollouts, in order. */
    Map<UUID, List<Step>> of(Collection<UUID> rollouts) {
        return db.selectFrom(ROLLOUT_STEP)
                .where(ROLLOUT_STEP.ROLLOUT_ID.in(rollouts))
                .orderBy(ROLLOUT_STEP.POSITION)
                .fetchGroups(ROLLOUT_STEP.ROLLOUT_ID, StepStore::step);
    }

    private static RolloutStepRecord row(RolloutId rollout, Step step) {
        var row = new RolloutStepRecord();
        row.setRolloutId(rollout.value());
        row.setPhase(step.phase().name());
        row.setPosition(step.number());
        row.setState(step.state().name());
        row.setObjects(step.objects());
        row.setApplied(step.applied());
        row.setAttempt(step.attempt());
        row.setWords(json(step.words()));
        row.setTheirWords(step.theirWords());
        row.setProblem(json(step.problem()));
        row.setStartedAt(time(step.startedAt()));
        row.setEndedAt(time(step.endedAt()));
        row.setDeadline(time(step.deadline()));
        row.setTrouble(step.trouble());
        row.setTroubleSince(time(step.troubleSince()));
        row.setUnreachableSince(time(step.unreachableSince()));
        return row;
    }

    private static Step step(RolloutStepRecord row) {
        return new Step(
                Phase.valueOf(row.getPhase()),
                StepState.valueOf(row.getState()),
                row.getObjects(),
                row.getApplied(),
                row.getAttempt(),
                value(row.getWords(), Message.class),
                row.getTheirWords(),
                value(row.getProblem(), Problem.class),
                instant(row.getStartedAt()),
                instant(row.getEndedAt()),
                instant(row.getDeadline()),
                row.getTrouble(),
                instant(row.getTroubleSince()),
                instant(row.getUnreachableSince()));
    }

    private static @Nullable JSONB json(@Nullable Object value) {
        return value == null ? null : JSONB.valueOf(JSON.writeValueAsString(value));
    }

    private static <T> @Nullable T value(@Nullable JSONB json, Class<T> type) {
        return json == null ? null : JSON.readValue(json.data(), type);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : RolloutStore.time(instant);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
