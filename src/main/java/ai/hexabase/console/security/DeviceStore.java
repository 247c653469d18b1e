package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.KNOWN_DEVICE;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Table {@code known_device}: browsers that signed in with an account before. */
@Repository
class DeviceStore {
    static final Duration REMEMBERED = Duration.ofDays(180);
    /** Of one account; the one that was seen longest ago goes. */
    private static final int MOST = 20;

    private final DSLContext db;
    private final Clock clock;

    DeviceStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    boolean knows(byte[] tokenHash, UUID account) {
        return db.fetchExists(
                KNOWN_DEVICE,
                KNOWN_DEVICE
                        .TOKEN_HASH
                        .eq(tokenHash)
                        .and(KNOWN_DEVICE.ACCOUNT.eq(account))
                        .and(KNOWN_DEVICE.SEEN_AT.gt(OffsetDateTime.now(clock).minus(REMEMBERED))));
    }

    /** Remembers a browser; that it signed in again makes it stay longer. */
    void seen(byte[] tokenHash, UUID account) {
        var now = OffsetDateTime.now(clock);
        db.insertInto(KNOWN_DEVICE)
                .set(KNOWN_DEVICE.TOKEN_HASH, tokenHash)
                .set(KNOWN_DEVICE.ACCOUNT, account)
                .set(KNOWN_DEVICE.SEEN_AT, now)
                .onConflict(KNOWN_DEVICE.TOKEN_HASH)
                .doUpdate()
                .set(KNOWN_DEVICE.SEEN_AT, now)
                .execute();
        var kept = db.select(KNOWN_DEVICE.TOKEN_HASH)
                .from(KNOWN_DEVICE)
                .where(KNOWN_DEVICE.ACCOUNT.eq(account))
                .orderBy(KNOWN_DEVICE.SEEN_AT.desc(), KNOWN_DEVICE.TOKEN_HASH)
                .limit(MOST);
        db.deleteFrom(KNOWN_DEVICE)
                .where(KNOWN_DEVICE.ACCOUNT.eq(account).and(KNOWN_DEVICE.TOKEN_HASH.notIn(kept)))
                .execute();
    }

    /** None of the account's browsers is known any more. */
    void forget(UUID account) {
        db.deleteFrom(KNOWN_DEVICE).where(KNOWN_DEVICE.ACCOUNT.eq(account)).execute();
    }
}
