package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.ACCOUNT_RENEWAL;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Table {@code account_renewal}: one-time links that set an account up anew. A new one closes those before it. */
@Repository
class RenewalStore {
    static final Duration VALID = Duration.ofHours(1);
    private final DSLContext db;
    private final Clock clock;

    RenewalStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The new link's token. */
    String create(UUID account) {
        var token = OneTimeToken.make();
        var now = OffsetDateTime.now(clock);
        db.deleteFrom(ACCOUNT_RENEWAL)
                .where(ACCOUNT_RENEWAL.ACCOUNT.eq(account).and(ACCOUNT_RENEWAL.USED_AT.isNull()))
                .execute();
        db.insertInto(ACCOUNT_RENEWAL)
                .set(ACCOUNT_RENEWAL.TOKEN_HASH, OneTimeToken.hash(token))
                .set(ACCOUNT_RENEWAL.ACCOUNT, account)
                .set(ACCOUNT_RENEWAL.CREATED_AT, now)
                .set(ACCOUNT_RENEWAL.EXPIRES_AT, now.plus(VALID))
                .execute();
        return token;
    }

    /** Whose link that is; empty when it is not open. */
    Optional<UUID> account(String token) {
        return db.select(ACCOUNT_RENEWAL.ACCOUNT)
                .from(ACCOUNT_RENEWAL)
                .where(open(token))
                .fetchOptional(ACCOUNT_RENEWAL.ACCOUNT);
    }

    /** Closes the link; false when it was not open. */
    boolean use(String token) {
        return db.update(ACCOUNT_RENEWAL)
                        .set(ACCOUNT_RENEWAL.USED_AT, OffsetDateTime.now(clock))
                        .where(open(token))
                        .execute()
                == 1;
    }

    /** Accounts whose link was made since then, by the time of that. */
    List<Renewal> since(Instant when) {
        return db.select(ACCOUNT_RENEWAL.ACCOUNT, ACCOUNT_RENEWAL.CREATED_AT, ACCOUNT_RENEWAL.USED_AT)
                .from(ACCOUNT_RENEWAL)
                .where(ACCOUNT_RENEWAL.CREATED_AT.ge(when.atOffset(ZoneOffset.UTC)))
                .orderBy(ACCOUNT_RENEWAL.CREATED_AT.desc())
                .fetch(row -> new Renewal(row.value1(), row.value2().toInstant(), row.value3() != null));
    }

    /** One link. */
    record Renewal(UUID account, Instant at, boolean used) {}

    private Condition open(String token) {
        return ACCOUNT_RENEWAL
                .TOKEN_HASH
                .eq(OneTimeToken.hash(token))
                .and(ACCOUNT_RENEWAL.USED_AT.isNull())
                .and(ACCOUNT_RENEWAL.EXPIRES_AT.gt(OffsetDateTime.now(clock)));
    }
}
