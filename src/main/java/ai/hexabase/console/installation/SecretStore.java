package ai.hexabase.console.installation;

import static ai.hexabase.console.db.Tables.INSTALLATION_SECRET;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Table {@code installation_secret}. */
@Repository
class SecretStore {
    private final DSLContext db;
    private final Clock clock;

    SecretStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void insert(UUID id, byte[] sealed, String person) {
        db.insertInto(INSTALLATION_SECRET)
                .set(INSTALLATION_SECRET.ID, id)
                .set(INSTALLATION_SECRET.SEALED, sealed)
                .set(INSTALLATION_SECRET.CREATED_BY, person)
                .set(INSTALLATION_SECRET.CREATED_AT, OffsetDateTime.now(clock))
                .execute();
    }

    Optional<byte[]> find(UUID id) {
        return db.select(INSTALLATION_SECRET.SEALED)
                .from(INSTALLATION_SECRET)
                .where(INSTALLATION_SECRET.ID.eq(id))
                .fetchOptional(INSTALLATION_SECRET.SEALED);
    }

    void delete(UUID id) {
        db.deleteFrom(INSTALLATION_SECRET).where(INSTALLATION_SECRET.ID.eq(id)).execute();
    }
}
