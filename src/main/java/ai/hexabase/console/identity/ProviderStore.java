package ai.hexabase.console.identity;

import static ai.hexabase.console.db.Tables.IDENTITY_PROVIDER;
import static ai.hexabase.console.db.Tables.IDENTITY_ROLE_RULE;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.db.tables.records.IdentityProviderRecord;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code identity_provider} and {@code identity_role_rule}. */
@Repository
class ProviderStore {
    /** A provider with its sealed secret, null for a client that has none. */
    record Stored(IdentityProvider provider, byte @Nullable [] sealedSecret, Instant changedAt) {}

    private final DSLContext db;

    ProviderStore(DSLContext db) {
        this.db = db;
    }

    List<Stored> all() {
        return db.selectFrom(IDENTITY_PROVIDER)
                .orderBy(IDENTITY_PROVIDER.CREATED_AT)
                .fetch()
                .map(this::read);
    }

    Optional<Stored> find(String id) {
        return db.selectFrom(IDENTITY_PROVIDER)
                .where(IDENTITY_PROVIDER.ID.eq(id))
                .fetchOptional()
                .map(this::read);
    }

    void insert(Stored stored) {
        var record = db.newRecord(IDENTITY_PROVIDER);
        record.setId(stored.provider().id());
        record.setCreatedAt(at(stored.changedAt()));
        write(record, stored);
        record.insert();
        writeRules(stored.provider());
    }

    void update(Stored stored) {
        var record = db.newRecord(IDENTITY_PROVIDER);
        write(record, stored);
        db.update(IDENTITY_PROVIDER)
                .set(record)
                .where(IDENTITY_PROVIDER.ID.eq(stored.provider().id()))
                .execute();
        writeRules(stored.provider());
    }

    void delete(String id) {
        db.deleteFrom(IDENTITY_PROVIDER).where(IDENTITY_PROVIDER.ID.eq(id)).execute();
    }

    private static void write(IdentityProviderRecord record, Stored stored) {
        var provider = stored.provider();
        var tested = provider.testedAt();
        record.setName(provider.name());
        record.setIssuer(provider.issuer().toString());
        record.setClientId(provider.clientId());
        record.setClientSecret(stored.sealedSecret());
        record.setScopes(provider.scopes().toArray(String[]::new));
        record.setNameClaim(provider.nameClaim());
        record.setRolesClaim(provider.rolesClaim());
        record.setAuthorities(provider.authorities());
        record.setIsOn(provider.on());
        record.setTestedAt(tested == null ? null : at(tested));
        record.setChangedAt(at(stored.changedAt()));
    }

    private void writeRules(IdentityProvider provider) {
        db.deleteFrom(IDENTITY_ROLE_RULE)
                .where(IDENTITY_ROLE_RULE.PROVIDER.eq(provider.id()))
                .execute();
        provider.rules().stream()
                .distinct()
                .forEach(rule -> db.insertInto(IDENTITY_ROLE_RULE)
                        .set(IDENTITY_ROLE_RULE.PROVIDER, provider.id())
                        .set(IDENTITY_ROLE_RULE.VALUE, rule.value())
                        .set(IDENTITY_ROLE_RULE.ROLE, rule.role().name())
                        .execute());
    }

    private Stored read(IdentityProviderRecord row) {
        var tested = row.getTestedAt();
        var provider = new IdentityProvider(
                row.getId(),
                row.getName(),
                URI.create(row.getIssuer()),
                row.getClientId(),
                List.of(row.getScopes()),
                row.getNameClaim(),
                row.getRolesClaim(),
                rules(row.getId()),
                row.getAuthorities(),
                row.getIsOn(),
                tested == null ? null : tested.toInstant());
        return new Stored(provider, row.getClientSecret(), row.getChangedAt().toInstant());
    }

    private List<RoleRule> rules(String provider) {
        return db.selectFrom(IDENTITY_ROLE_RULE)
                .where(IDENTITY_ROLE_RULE.PROVIDER.eq(provider))
                .orderBy(IDENTITY_ROLE_RULE.VALUE, IDENTITY_ROLE_RULE.ROLE)
                .fetch(row -> new RoleRule(row.getValue(), Role.valueOf(row.getRole())));
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
