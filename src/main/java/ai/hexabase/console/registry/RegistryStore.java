package ai.hexabase.console.registry;

import static ai.hexabase.console.db.Tables.IMAGE_REGISTRY;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.db.tables.records.ImageRegistryRecord;
import ai.hexabase.console.registry.RegistryCheck.SignIn;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code image_registry}. */
@Repository
class RegistryStore {
    /** A registry with its sealed password, null where there is none. */
    record Stored(ImageRegistry registry, byte @Nullable [] sealedPassword) {}

    private final DSLContext db;
    private final Clock clock;

    RegistryStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Stored> all() {
        return db.selectFrom(IMAGE_REGISTRY)
                .orderBy(IMAGE_REGISTRY.ADDRESS, IMAGE_REGISTRY.ACCOUNT)
                .fetch(RegistryStore::read);
    }

    Optional<Stored> find(RegistryId id) {
        return db.selectFrom(IMAGE_REGISTRY)
                .where(IMAGE_REGISTRY.ID.eq(id.value()))
                .fetchOptional(RegistryStore::read);
    }

    void insert(Stored stored) {
        var record = db.newRecord(IMAGE_REGISTRY);
        record.setId(stored.registry().id().value());
        record.setCreatedAt(OffsetDateTime.now(clock));
        write(record, stored);
        record.insert();
    }

    void update(Stored stored) {
        var record = db.newRecord(IMAGE_REGISTRY);
        write(record, stored);
        db.update(IMAGE_REGISTRY)
                .set(record)
                .where(IMAGE_REGISTRY.ID.eq(stored.registry().id().value()))
                .execute();
    }

    /** Nothing when the registry was changed or removed while it was asked. */
    void note(ImageRegistry asked, RegistryCheck check) {
        var record = db.newRecord(IMAGE_REGISTRY);
        write(record, check);
        db.update(IMAGE_REGISTRY)
                .set(record)
                .where(IMAGE_REGISTRY.ID.eq(asked.id().value()))
                .and(IMAGE_REGISTRY.ADDRESS.eq(asked.address()))
                .and(IMAGE_REGISTRY.ACCOUNT.eq(asked.account()))
                .execute();
    }

    void delete(RegistryId id) {
        db.deleteFrom(IMAGE_REGISTRY).where(IMAGE_REGISTRY.ID.eq(id.value())).execute();
    }

    private void write(ImageRegistryRecord record, Stored stored) {
        var registry = stored.registry();
        record.setAddress(registry.address());
        record.setAccount(registry.account());
        record.setPassword(stored.sealedPassword());
        record.setAuthorities(registry.authorities());
        record.setChangedAt(OffsetDateTime.now(clock));
        write(record, registry.check());
    }

    private static void write(ImageRegistryRecord record, @Nullable RegistryCheck check) {
        var problem = check == null ? null : check.problem();
        var signIn = check == null ? null : check.signIn();
        record.setCheckedImage(check == null ? "" : check.image());
        record.setCheckedAt(check == null ? null : check.at().atOffset(ZoneOffset.UTC));
        record.setCheckDigest(check == null ? null : check.digest());
        record.setCheckSignIn(signIn == null ? null : signIn.name());
        record.setCheckProblem(problem == null ? null : problem.code());
        record.setCheckArgs(problem == null ? new String[0] : problem.args().toArray(String[]::new));
        record.setCheckWords(problem == null ? null : problem.words());
    }

    private static Stored read(ImageRegistryRecord row) {
        return new Stored(
                new ImageRegistry(
                        new RegistryId(row.getId()),
                        row.getAddress(),
                        row.getAccount(),
                        row.getAuthorities(),
                        check(row)),
                row.getPassword());
    }

    private static @Nullable RegistryCheck check(ImageRegistryRecord row) {
        var at = row.getCheckedAt();
        if (at == null) {
            return null;
        }
        var signIn = row.getCheckSignIn();
        var code = row.getCheckProblem();
        return new RegistryCheck(
                at.toInstant(),
                row.getCheckedImage(),
                row.getCheckDigest(),
                signIn == null ? null : SignIn.valueOf(signIn),
                code == null ? null : new Problem(code, List.of(row.getCheckArgs()), row.getCheckWords()));
    }
}
