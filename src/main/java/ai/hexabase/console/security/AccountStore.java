package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.ACCOUNT;
import static org.jooq.impl.DSL.lower;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.db.tables.records.AccountRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code account}. */
@Repository
class AccountStore {
    /** One account as stored. */
    record Account(
            UUID id,
            String username,
            String displayName,
            String passwordHash,
            Set<Role> roles,
            Instant createdAt,
            @Nullable Instant lastSignInAt) {}

    private final DSLContext db;
    private final Clock clock;

    AccountStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    int count() {
        return db.fetchCount(ACCOUNT);
    }

    /** Two people with the same link must not both become the first. */
    void lockForFirst() {
        db.execute("lock table account in share row exclusive mode");
    }

    void insert(String username, String displayName, String passwordHash, Set<Role> roles) {
        db.insertInto(ACCOUNT)
                .set(ACCOUNT.USERNAME, username)
                .set(ACCOUNT.DISPLAY_NAME, displayName)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.ROLES, roles.stream().map(Role::name).toArray(String[]::new))
                .set(ACCOUNT.CREATED_AT, OffsetDateTime.now(clock))
                .execute();
    }

    Optional<Account> find(String username) {
        return db.selectFrom(ACCOUNT)
                .where(lower(ACCOUNT.USERNAME).eq(lower(username)))
                .fetchOptional(AccountStore::read);
    }

    Optional<Account> find(UUID id) {
        return db.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(AccountStore::read);
    }

    /** Oldest first. */
    List<Account> all() {
        return db.selectFrom(ACCOUNT)
                .orderBy(ACCOUNT.CREATED_AT, ACCOUNT.USERNAME)
                .fetch(AccountStore::read);
    }

    void changePassword(UUID id, String passwordHash) {
        db.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    private static Account read(AccountRecord row) {
        var last = row.getLastSignInAt();
        return new Account(
                row.getId(),
                row.getUsername(),
                row.getDisplayName(),
                row.getPasswordHash(),
                Arrays.stream(row.getRoles()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.getCreatedAt().toInstant(),
                last == null ? null : last.toInstant());
    }

    Optional<FirstAccount> first() {
        return db.selectFrom(ACCOUNT)
                .orderBy(ACCOUNT.CREATED_AT)
                .limit(1)
                .fetchOptional(row -> new FirstAccount(
                        row.getUsername(),
                        row.getDisplayName(),
                        row.getCreatedAt().toInstant()));
    }

    void signedIn(String username) {
        db.update(ACCOUNT)
                .set(ACCOUNT.LAST_SIGN_IN_AT, OffsetDateTime.now(clock))
                .where(lower(ACCOUNT.USERNAME).eq(lower(username)))
                .execute();
    }
}
