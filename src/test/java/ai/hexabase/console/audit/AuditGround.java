package ai.hexabase.console.audit;

import ai.hexabase.console.common.ActingPerson;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;

/** A record for what tests put together by hand. */
public final class AuditGround {
    private AuditGround() {}

    public static Acts acts(DSLContext db, ActingPerson person, Clock clock, PlatformTransactionManager transactions) {
        return new Acts(
                new AuditStore(db),
                () -> new Actor(person.name(), person.name(), "test", null, null),
                person,
                clock,
                transactions);
    }
}
