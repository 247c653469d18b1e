package ai.hexabase.console.identity;

import static ai.hexabase.console.db.Tables.IDENTITY_KEY;

import ai.hexabase.console.db.tables.records.IdentityKeyRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Table {@code identity_key}. */
@Repository
class ClientKeyStore {
    /** A key with its sealed private half. */
    record Stored(ClientKey key, byte[] sealedPrivate) {}

    private final DSLContext db;

    ClientKeyStore(DSLContext db) {
        this.db = db;
    }

    /** Newest first. */
    List<Stored> of(String provider) {
        return db.selectFrom(IDENTITY_KEY)
                .where(IDENTITY_KEY.PROVIDER.eq(provider))
                .orderBy(IDENTITY_KEY.USED_FROM.desc(), IDENTITY_KEY.CREATED_AT.desc())
                .fetch(ClientKeyStore::read);
    }

    void insert(Stored stored) {
        var key = stored.key();
        db.insertInto(IDENTITY_KEY)
                .set(IDENTITY_KEY.ID, key.id())
                .set(IDENTITY_KEY.PROVIDER, key.provider())
                .set(IDENTITY_KEY.PUBLIC_KEY, key.jwk())
                .set(IDENTITY_KEY.PRIVATE_KEY, stored.sealedPrivate())
                .set(IDENTITY_KEY.CREATED_AT, at(key.createdAt()))
                .set(IDENTITY_KEY.USED_FROM, at(key.usedFrom()))
                .execute();
    }

    /** Those of the provider that no time was set for. */
    void publishUntil(String provider, Instant when) {
        db.update(IDENTITY_KEY)
                .set(IDENTITY_KEY.PUBLISHED_UNTIL, at(when))
                .where(IDENTITY_KEY.PROVIDER.eq(provider).and(IDENTITY_KEY.PUBLISHED_UNTIL.isNull()))
                .execute();
    }

    void deleteOver(String provider, Instant now) {
        db.deleteFrom(IDENTITY_KEY)
                .where(IDENTITY_KEY.PROVIDER.eq(provider).and(IDENTITY_KEY.PUBLISHED_UNTIL.lt(at(now))))
                .execute();
    }

    void deleteAll(String provider) {
        db.deleteFrom(IDENTITY_KEY).where(IDENTITY_KEY.PROVIDER.eq(provider)).execute();
    }

    private static Stored read(IdentityKeyRecord row) {
        var until = row.getPublishedUntil();
        return new Stored(
                new ClientKey(
                        row.getId(),
                        row.getProvider(),
                        row.getPublicKey(),
                        row.getCreatedAt().toInstant(),
                        row.getUsedFrom().toInstant(),
                        until == null ? null : until.toInstant()),
                row.getPrivateKey());
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
