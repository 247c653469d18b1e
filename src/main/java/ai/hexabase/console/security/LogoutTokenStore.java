package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.LOGOUT_TOKEN;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Table {@code logout_token}: which were taken on any console, for as long as they could be sent again. */
@Repository
class LogoutTokenStore {
    private final DSLContext db;
    private final Clock clock;

    LogoutTokenStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False when it was taken before. */
    boolean take(String provider, String id) {
        var now = OffsetDateTime.now(clock);
        db.deleteFrom(LOGOUT_TOKEN)
                .where(LOGOUT_TOKEN.TAKEN_AT.lt(now.minus(LogoutTokenRules.OLDEST.multipliedBy(2))))
                .execute();
        return db.insertInto(LOGOUT_TOKEN)
                        .set(LOGOUT_TOKEN.TOKEN_HASH, OneTimeToken.hash(provider + "\n" + id))
                        .set(LOGOUT_TOKEN.TAKEN_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
