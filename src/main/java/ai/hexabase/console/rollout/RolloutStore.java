package ai.hexabase.console.rollout;

import static ai.hexabase.console.db.Tables.ROLLOUT;
import static ai.hexabase.console.db.Tables.ROLLOUT_EVENT;
import static ai.hexabase.console.db.Tables.ROLLOUT_PLAN;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps rollouts and what happened in them. */
@Repository
class RolloutStore {
    private static final JsonMapper JSON = JsonMapper.shared();
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
                .set(ROLLOUT.STARTED_AT, time(now))
                .set(ROLLOUT.STARTED_BY, by)
                .execute();
        todo.forEach(step -> steps.insert(id, step));
    }

    Optional<Rollout> find(RolloutId id) {
        return fetch(ROLLOUT.ID.eq(id.value()), 1).stream().findFirst();
    }

    /** The newest first. */
    List<Rollout> list(@Nullable InstallationId installation, int most) {
        return fetch(installation == null ? DSL.noCondition() : ROLLOUT.INSTALLATION_ID.eq(installation.value()), most);
    }

    List<String> active() {
        return db.select(ROLLOUT.ID)
                .from(ROLLOUT)
                .where(ROLLOUT.STATE.in(RolloutState.RUNNING.name(), RolloutState.CANCELLING.name()))
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
                .set(ROLLOUT.ENDED_AT, endedAt == null ? null : time(endedAt))
                .where(ROLLOUT.ID.eq(id.value()))
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
                .set(ROLLOUT_EVENT.AT, time(at))
                .set(ROLLOUT_EVENT.KIND, kind)
                .set(ROLLOUT_EVENT.MESSAGE, JSONB.valueOf(JSON.writeValueAsString(message)))
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
                        JSON.readValue(row.getMessage().data(), Message.class),
                        row.getWords()))
                .reversed();
    }

    private List<Rollout> fetch(Condition condition, int most) {
        return db.select(
                        ROLLOUT.asterisk(),
                        ROLLOUT_PLAN.NUMBER,
                        ROLLOUT_PLAN.INSTALLATION_NAME,
                        ROLLOUT_PLAN.CLUSTER_NAME)
                .from(ROLLOUT)
                .join(ROLLOUT_PLAN)
                .on(ROLLOUT_PLAN.ID.eq(ROLLOUT.PLAN_ID))
                .where(condition)
                .orderBy(ROLLOUT.NUMBER.desc())
                .limit(most)
                .fetch(this::rollout);
    }

    private Rollout rollout(Record row) {
        var id = new RolloutId(row.get(ROLLOUT.ID));
        var ended = row.get(ROLLOUT.ENDED_AT);
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
                ended == null ? null : ended.toInstant(),
                row.get(ROLLOUT.CANCELLED_BY),
                steps.of(id));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
