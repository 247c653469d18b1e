package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.SETUP_LINK;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** One-time links for the first administrator. A new one closes those before it. */
@Repository
class SetupLinks {
    static final Duration VALID = Duration.ofHours(24);
    private final DSLContext db;
    private final Clock clock;

    SetupLinks(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The new link's token: 256 random bits, URL-safe. */
    String create() {
        var token = OneTimeToken.make();
        var now = OffsetDateTime.now(clock);
        db.deleteFrom(SETUP_LINK).where(SETUP_LINK.USED_AT.isNull()).execute();
        db.insertInto(SETUP_LINK)
                .set(SETUP_LINK.TOKEN_HASH, OneTimeToken.hash(token))
                .set(SETUP_LINK.CREATED_AT, now)
                .set(SETUP_LINK.EXPIRES_AT, now.plus(VALID))
                .execute();
        return token;
    }

    boolean isOpen(String token) {
        return db.fetchExists(SETUP_LINK, open(token));
    }

    /** Closes the link; false when it was not open. */
    boolean use(String token) {
        return db.update(SETUP_LINK)
                        .set(SETUP_LINK.USED_AT, OffsetDateTime.now(clock))
                        .where(open(token))
                        .execute()
                == 1;
    }

    private Condition open(String token) {
        return SETUP_LINK
                .TOKEN_HASH
                .eq(OneTimeToken.hash(token))
                .and(SETUP_LINK.USED_AT.isNull())
                .and(SETUP_LINK.EXPIRES_AT.gt(OffsetDateTime.now(clock)));
    }
}
