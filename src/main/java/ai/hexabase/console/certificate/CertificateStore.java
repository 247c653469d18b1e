package ai.hexabase.console.certificate;

import static ai.hexabase.console.db.Tables.CERTIFICATE;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code certificate}. */
@Repository
class CertificateStore {
    private final DSLContext db;
    private final Clock clock;

    CertificateStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A kept certificate as it stands in its row; without its key once nobody may need it again. */
    record Row(UUID id, KeptCertificate.Origin origin, String chain, byte @Nullable [] sealedKey) {}

    void insert(Row row, String person) {
        db.insertInto(CERTIFICATE)
                .set(CERTIFICATE.ID, row.id())
                .set(CERTIFICATE.ORIGIN, row.origin().name())
                .set(CERTIFICATE.CHAIN, row.chain())
                .set(CERTIFICATE.SEALED_KEY, row.sealedKey())
                .set(CERTIFICATE.CREATED_BY, person)
                .set(CERTIFICATE.CREATED_AT, OffsetDateTime.now(clock))
                .execute();
    }

    void deleteKey(UUID id) {
        db.update(CERTIFICATE)
                .setNull(CERTIFICATE.SEALED_KEY)
                .where(CERTIFICATE.ID.eq(id))
                .execute();
    }

    Optional<Row> find(UUID id) {
        return db.selectFrom(CERTIFICATE)
                .where(CERTIFICATE.ID.eq(id))
                .fetchOptional(row -> new Row(
                        row.getId(),
                        KeptCertificate.Origin.valueOf(row.getOrigin()),
                        row.getChain(),
                        row.getSealedKey()));
    }
}
