package ai.hexabase.console.identity;

import static ai.hexabase.console.db.Tables.IDENTITY_PROVIDER;
import static ai.hexabase.console.db.Tables.IDENTITY_ROLE_RULE;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.common.Scope;
import ai.hexabase.console.db.tables.records.IdentityProviderRecord;
import ai.hexabase.console.db.tables.records.IdentityRoleRuleRecord;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        rulesOnce(provider)
                .forEach(rule -> db.insertInto(IDENTITY_ROLE_RULE)
                        .set(IDENTITY_ROLE_RULE.PROVIDER, provider.id())
                        .set(IDENTITY_ROLE_RULE.VALUE, rule.value())
                        .set(IDENTITY_ROLE_RULE.ROLE, rule.role().name())
                        .set(IDENTITY_ROLE_RULE.LIMITED, rule.scope().limited())
                        .set(IDENTITY_ROLE_RULE.INSTALLATIONS, ids(rule.scope().installations(), InstallationId::value))
                        .set(IDENTITY_ROLE_RULE.CLUSTERS, ids(rule.scope().clusters(), ClusterId::value))
                        .execute());
    }

    /** Two lines for the same group and role are one that holds for both. */
    private static Collection<RoleRule> rulesOnce(IdentityProvider provider) {
        return provider.rules().stream()
                .collect(Collectors.toMap(
                        rule -> List.of(rule.value(), rule.role()),
                        rule -> rule,
                        (one, other) -> new RoleRule(
                                one.value(), one.role(), one.scope().and(other.scope())),
                        LinkedHashMap::new))
                .values();
    }

    private static <T> UUID[] ids(Collection<T> things, Function<T, UUID> id) {
        return things.stream().map(id).sorted().toArray(UUID[]::new);
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
                .fetch(row -> new RoleRule(row.getValue(), Role.valueOf(row.getRole()), scope(row)));
    }

    private static Scope scope(IdentityRoleRuleRecord row) {
        return new Scope(
                row.getLimited(),
                Arrays.stream(row.getInstallations()).map(InstallationId::new).collect(Collectors.toSet()),
                Arrays.stream(row.getClusters()).map(ClusterId::new).collect(Collectors.toSet()));
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
