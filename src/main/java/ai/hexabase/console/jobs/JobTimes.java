package ai.hexabase.console.jobs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

/** When the scheduled pieces are due and who works on them: db-scheduler's table {@code scheduled_tasks}. */
@Repository
class JobTimes {
    private static final Table<Record> TASKS = table(name("scheduled_tasks"));
    private static final Field<Boolean> PICKED = field(name("picked"), Boolean.class);
    private static final Field<String> PICKED_BY = field(name("picked_by"), String.class);
    private static final Field<OffsetDateTime> HEARTBEAT = field(name("last_heartbeat"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> DUE = field(name("execution_time"), OffsetDateTime.class);
    private static final Field<Long> VERSION = field(name("version"), Long.class);
    /** Clocks of two consoles may differ by as much. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final DSLContext db;
    private final Clock clock;

    JobTimes(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Frees what this worker held; how many that were. */
    int free(WorkerName worker) {
        return db.update(TASKS)
                .set(PICKED, false)
                .setNull(PICKED_BY)
                .setNull(HEARTBEAT)
                .set(DUE, now())
                .set(VERSION, VERSION.plus(1))
                .where(PICKED.isTrue(), PICKED_BY.eq(worker.value()))
                .execute();
    }

    /** Lets all that wait be due now, and takes back heartbeats from a time that has not come yet. */
    void wakeAll() {
        db.update(TASKS)
                .set(DUE, now())
                .set(VERSION, VERSION.plus(1))
                .where(PICKED.isFalse(), DUE.gt(now()))
                .execute();
        db.update(TASKS)
                .set(HEARTBEAT, now())
                .where(PICKED.isTrue(), HEARTBEAT.gt(now().plus(SKEW)))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
