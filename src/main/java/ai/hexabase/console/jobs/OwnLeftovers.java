package ai.hexabase.console.jobs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** At start, frees the jobs this console held when it died, instead of waiting until their heartbeat is missed. */
@Component
class OwnLeftovers implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLeftovers.class);
    private final DSLContext db;
    private final WorkerName name;
    private final Clock clock;

    OwnLeftovers(DSLContext db, WorkerName name, Clock clock) {
        this.db = db;
        this.name = name;
        this.clock = clock;
    }

    /** Runs before the scheduler, which starts when the whole application is ready. */
    @Override
    public void afterSingletonsInstantiated() {
        var freed = db.update(table(name("scheduled_tasks")))
                .set(field(name("picked"), Boolean.class), false)
                .setNull(field(name("picked_by")))
                .setNull(field(name("last_heartbeat")))
                .set(field(name("execution_time")), clock.instant().atOffset(ZoneOffset.UTC))
                .set(
                        field(name("version"), Long.class),
                        field(name("version"), Long.class).plus(1))
                .where(field(name("picked"), Boolean.class).isTrue())
                .and(field(name("picked_by"), String.class).eq(name.value()))
                .execute();
        if (freed > 0) {
            LOG.info("Goes on with {} job(s) that ran when this console stopped", freed);
        }
    }
}
