package ai.hexabase.console.rollout;

import static ai.hexabase.console.db.Tables.ROLLOUT_STEP;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.db.tables.records.RolloutStepRecord;
import ai.hexabase.console.manifest.Phase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Keeps the steps of rollouts. */
@Repository
class StepStore {
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
        row.setWords(Columns.jsonIfAny(step.words()));
        row.setTheirWords(step.theirWords());
        row.setProblem(Columns.jsonIfAny(step.problem()));
        row.setStartedAt(Columns.timeIfAny(step.startedAt()));
        row.setEndedAt(Columns.timeIfAny(step.endedAt()));
        row.setDeadline(Columns.timeIfAny(step.deadline()));
        row.setTrouble(step.trouble());
        row.setTroubleSince(Columns.timeIfAny(step.troubleSince()));
        row.setUnreachableSince(Columns.timeIfAny(step.unreachableSince()));
        row.setPausedMs(step.paused().toMillis());
        return row;
    }

    private static Step step(RolloutStepRecord row) {
        return new Step(
                Phase.valueOf(row.getPhase()),
                row.getPosition(),
                StepState.valueOf(row.getState()),
                row.getObjects(),
                row.getApplied(),
                row.getAttempt(),
                Columns.valueIfAny(row.getWords(), Message.class),
                row.getTheirWords(),
                Columns.valueIfAny(row.getProblem(), Problem.class),
                Columns.instantIfAny(row.getStartedAt()),
                Columns.instantIfAny(row.getEndedAt()),
                Columns.instantIfAny(row.getDeadline()),
                row.getTrouble(),
                Columns.instantIfAny(row.getTroubleSince()),
                Columns.instantIfAny(row.getUnreachableSince()),
                Duration.ofMillis(row.getPausedMs()));
    }
}
