package ai.hexabase.console.rollout;

import static ai.hexabase.console.db.Tables.ROLLOUT;
import static ai.hexabase.console.db.Tables.ROLLOUT_EVENT;
import static ai.hexabase.console.db.Tables.ROLLOUT_PLAN;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Keeps rollouts and what happened in them. */
@Repository
class RolloutStore {
    private static final Field<Boolean> IS_REMOVAL =
            DSL.field(ROLLOUT_PLAN.REMOVAL.isNotNull()).as("is_removal");

    private final DSLContext db;
    private final StepStore steps;

    RolloutStore(DSLContext db, StepStore steps) {
        this.db = db;
        this.steps = steps;
    }

    void insert(RolloutId id, Plan plan, List<Step> todo, String by, Instant now) {
        db.insertInto(ROLLOUT)
                .set(ROLLOUT.ID, id.value())
                .set(ROLLOUT.PLAN_ID, plan.id().value())
                .set(ROLLOUT.INSTALLATION_ID, plan.installation().value())
                .set(ROLLOUT.REVISION, plan.revision())
                .set(ROLLOUT.CLUSTER_ID, plan.cluster().value())
                .set(ROLLOUT.STATE, RolloutState.RUNNING.name())
                .set(ROLLOUT.STARTED_AT, Columns.time(now))
                .set(ROLLOUT.STARTED_BY, by)
                .execute();
        todo.forEach(step -> steps.insert(id, step));
    }

    Optional<Rollout> find(RolloutId id) {
        return fetch(ROLLOUT.ID.eq(id.value()), 0, 1).stream().findFirst();
    }

    /** The rollout; an unknown one is problem {@code rollout-unknown}. */
    Rollout get(RolloutId id) {
        return find(id).orElseThrow(() -> new ProblemException(Problem.of("rollout-unknown")));
    }

    /** Whether its installation has none that is newer. */
    boolean isNewest(Rollout rollout) {
        return list(rollout.installation(), 1).stream()
                .allMatch(newest -> newest.id().equals(rollout.id()));
    }

    /** Of one installation, the newest first. */
    List<Rollout> list(InstallationId installation, int most) {
        return fetch(ROLLOUT.INSTALLATION_ID.eq(installation.value()), 0, most);
    }

    /** Of all installations, the newest first. */
    List<Rollout> list(int offset, int most) {
        return fetch(DSL.noCondition(), offset, most);
    }

    int count() {
        return db.fetchCount(ROLLOUT);
    }

    /** Of some installations, the newest first. */
    List<Rollout> listOf(Collection<InstallationId> installations, int offset, int most) {
        return fetch(ofAny(installations), offset, most);
    }

    int countOf(Collection<InstallationId> installations) {
        return db.fetchCount(ROLLOUT, ofAny(installations));
    }

    private static Condition ofAny(Collection<InstallationId> installations) {
        return ROLLOUT.INSTALLATION_ID.in(
                installations.stream().map(InstallationId::value).toList());
    }

    /** Those in one of the states, the newest first. */
    List<Rollout> list(Set<RolloutState> states, int most) {
        return fetch(ROLLOUT.STATE.in(states.stream().map(Enum::name).toList()), 0, most);
    }

    /** The newest finished one on this cluster that brought something there; removals apart. */
    Optional<Rollout> lastDone(InstallationId installation, ClusterId cluster) {
        var removals = db.select(ROLLOUT_PLAN.ID).from(ROLLOUT_PLAN).where(ROLLOUT_PLAN.REMOVAL.isNotNull());
        return fetch(
                        ROLLOUT.INSTALLATION_ID
                                .eq(installation.value())
                                .and(ROLLOUT.CLUSTER_ID.eq(cluster.value()))
                                .and(ROLLOUT.STATE.eq(RolloutState.DONE.name()))
                                .and(ROLLOUT.PLAN_ID.notIn(removals)),
                        0,
                        1)
                .stream()
                .findFirst();
    }

    List<String> active() {
        return db.select(ROLLOUT.ID)
                .from(ROLLOUT)
                .where(ROLLOUT.STATE.in(Arrays.stream(RolloutState.values())
                        .filter(RolloutState::isActive)
                        .map(Enum::name)
                        .toList()))
                .fetch(row -> row.value1().toString());
    }

    /** Locks the rollout until the transaction ends, and says where it stands. */
    RolloutState lock(RolloutId id) {
        return db.select(ROLLOUT.STATE)
                .from(ROLLOUT)
                .where(ROLLOUT.ID.eq(id.value()))
                .forUpdate()
                .fetchSingle(row -> RolloutState.valueOf(row.value1()));
    }

    void become(RolloutId id, RolloutState state, @Nullable Instant endedAt) {
        db.update(ROLLOUT)
                .set(ROLLOUT.STATE, state.name())
                .set(ROLLOUT.ENDED_AT, Columns.timeIfAny(endedAt))
                .where(ROLLOUT.ID.eq(id.value()))
                .execute();
    }

    void pausing(RolloutId id, String person) {
        db.update(ROLLOUT)
                .set(ROLLOUT.STATE, RolloutState.PAUSING.name())
                .set(ROLLOUT.PAUSED_BY, person)
                .where(ROLLOUT.ID.eq(id.value()))
                .execute();
    }

    void paused(RolloutId id, Instant at) {
        db.update(ROLLOUT)
                .set(ROLLOUT.STATE, RolloutState.PAUSED.name())
                .set(ROLLOUT.PAUSED_AT, Columns.time(at))
                .where(ROLLOUT.ID.eq(id.value()))
                .execute();
    }

    /** Counts the pause that ends now, if there is one. */
    void unpaused(Rollout rollout, Instant now) {
        db.update(ROLLOUT)
                .set(ROLLOUT.PAUSED_MS, rollout.stoodStill(now).toMillis())
                .setNull(ROLLOUT.PAUSED_AT)
                .where(ROLLOUT.ID.eq(rollout.id().value()))
                .execute();
    }

    void cancelledBy(RolloutId id, String person) {
        db.update(ROLLOUT)
                .set(ROLLOUT.CANCELLED_BY, person)
                .where(ROLLOUT.ID.eq(id.value()))
                .execute();
    }

    void event(RolloutId id, Instant at, String kind, Message message, @Nullable String words) {
        db.insertInto(ROLLOUT_EVENT)
                .set(ROLLOUT_EVENT.ROLLOUT_ID, id.value())
                .set(ROLLOUT_EVENT.AT, Columns.time(at))
                .set(ROLLOUT_EVENT.KIND, kind)
                .set(ROLLOUT_EVENT.MESSAGE, Columns.json(message))
                .set(ROLLOUT_EVENT.WORDS, words)
                .execute();
    }

    List<RolloutEvent> events(RolloutId id, long after, int most) {
        return db.selectFrom(ROLLOUT_EVENT)
                .where(ROLLOUT_EVENT.ROLLOUT_ID.eq(id.value()), ROLLOUT_EVENT.ID.gt(after))
                .orderBy(ROLLOUT_EVENT.ID.desc())
                .limit(most)
                .fetch(row -> new RolloutEvent(
                        row.getId(),
                        row.getAt().toInstant(),
                        row.getKind(),
                        Columns.value(row.getMessage(), Message.class),
                        row.getWords()))
                .reversed();
    }

    private List<Rollout> fetch(Condition condition, int offset, int most) {
        var rows = db.select(
                        ROLLOUT.asterisk(),
                        ROLLOUT_PLAN.NUMBER,
                        ROLLOUT_PLAN.INSTALLATION_NAME,
                        ROLLOUT_PLAN.CLUSTER_NAME,
                        IS_REMOVAL)
                .from(ROLLOUT)
                .join(ROLLOUT_PLAN)
                .on(ROLLOUT_PLAN.ID.eq(ROLLOUT.PLAN_ID))
                .where(condition)
                .orderBy(ROLLOUT.NUMBER.desc())
                .limit(offset, most)
                .fetch();
        var stepsById = steps.of(rows.getValues(ROLLOUT.ID));
        return rows.map(row -> rollout(row, stepsById.getOrDefault(row.get(ROLLOUT.ID), List.of())));
    }

    private static Rollout rollout(Record row, List<Step> steps) {
        var id = new RolloutId(row.get(ROLLOUT.ID));
        return new Rollout(
                id,
                row.get(ROLLOUT.NUMBER),
                new PlanId(row.get(ROLLOUT.PLAN_ID)),
                row.get(ROLLOUT_PLAN.NUMBER),
                new InstallationId(row.get(ROLLOUT.INSTALLATION_ID)),
                row.get(ROLLOUT_PLAN.INSTALLATION_NAME),
                row.get(ROLLOUT.REVISION),
                new ClusterId(row.get(ROLLOUT.CLUSTER_ID)),
                row.get(ROLLOUT_PLAN.CLUSTER_NAME),
                RolloutState.valueOf(row.get(ROLLOUT.STATE)),
                row.get(ROLLOUT.STARTED_AT).toInstant(),
                row.get(ROLLOUT.STARTED_BY),
                Columns.instantIfAny(row.get(ROLLOUT.ENDED_AT)),
                row.get(ROLLOUT.CANCELLED_BY),
                Columns.instantIfAny(row.get(ROLLOUT.PAUSED_AT)),
                row.get(ROLLOUT.PAUSED_BY),
                Duration.ofMillis(row.get(ROLLOUT.PAUSED_MS)),
                row.get(IS_REMOVAL),
                steps);
    }
}
