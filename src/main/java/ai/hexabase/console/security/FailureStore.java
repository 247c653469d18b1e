package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.SIGN_IN_FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code sign_in_failure}: how often signing in failed lately, by what is counted. */
@Repository
class FailureStore {
    /** After that long without another one, failures are forgotten; longer than any rest. */
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** However many addresses somebody has: those counted longest ago go first. */
    static final int MOST = 20_000;

    private final DSLContext db;
    private final Clock clock;

    FailureStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Failures as counted so far; none when they are forgotten. */
    record Counted(
            byte[] key,
            int failures,
            boolean isNew,
            @Nullable Instant restsUntil) {}

    /** Reads these and keeps others from counting them until the transaction ends. */
    List<Counted> hold(List<SignInKey> keys) {
        var now = clock.instant();
        for (var key : keys) {
            db.insertInto(SIGN_IN_FAILURE)
                    .set(SIGN_IN_FAILURE.COUNTED, key.hash())
                    .set(SIGN_IN_FAILURE.ACCOUNT, key.account())
                    .set(SIGN_IN_FAILURE.FAILURES, 0)
                    .set(SIGN_IN_FAILURE.LAST_AT, at(Instant.EPOCH))
                    .onConflictDoNothing()
                    .execute();
        }
        return keys.stream().map(key -> held(key, now)).toList();
    }

    private Counted held(SignInKey key, Instant now) {
        var row = db.selectFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.COUNTED.eq(key.hash()))
                .forUpdate()
                .fetchSingle();
        var rests = row.getRestsUntil();
        return isForgotten(row.getLastAt(), now)
                ? new Counted(key.hash(), 0, true, null)
                : new Counted(key.hash(), row.getFailures(), false, rests == null ? null : rests.toInstant());
    }

    /** How many failures are remembered, without holding them. */
    int failures(SignInKey key) {
        var now = clock.instant();
        return db.selectFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.COUNTED.eq(key.hash()))
                .fetchOptional(row -> isForgotten(row.getLastAt(), now) ? 0 : row.getFailures())
                .orElse(0);
    }

    private static boolean isForgotten(OffsetDateTime last, Instant now) {
        return last.toInstant().plus(REMEMBERED).isBefore(now);
    }

    void set(byte[] key, int failures, @Nullable Instant restsUntil) {
        db.update(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.FAILURES, failures)
                .set(SIGN_IN_FAILURE.LAST_AT, OffsetDateTime.now(clock))
                .set(SIGN_IN_FAILURE.RESTS_UNTIL, restsUntil == null ? null : at(restsUntil))
                .where(SIGN_IN_FAILURE.COUNTED.eq(key))
                .execute();
    }

    void forget(SignInKey key) {
        db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.COUNTED.eq(key.hash()))
                .execute();
    }

    /** All that is counted of an account, from wherever. */
    void forget(String account) {
        db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.ACCOUNT.eq(SignInKey.ofAccount(account).account()))
                .execute();
    }

    /** What is forgotten or too much; rows that somebody holds right now are left alone. */
    void prune() {
        db.execute("""
                delete from sign_in_failure where counted in (
                    select counted from sign_in_failure where last_at < ?::timestamptz
                        or counted in (select counted from sign_in_failure order by last_at desc offset ?)
                    for update skip locked)""", at(clock.instant().minus(REMEMBERED)).toString(), MOST);
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
