package ai.hexabase.console.installation;

import static ai.hexabase.console.db.Tables.INSTALLATION;
import static ai.hexabase.console.db.Tables.INSTALLATION_REVISION;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.db.tables.records.InstallationRevisionRecord;
import ai.hexabase.console.profile.Settings;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code installation} and {@code installation_revision}. */
@Repository
class InstallationStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final DecisionStore decisions;
    private final Clock clock;

    InstallationStore(DSLContext db, DecisionStore decisions, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.clock = clock;
    }

    List<Installation> list() {
        return fetch(INSTALLATION.DELETED_AT.isNull());
    }

    List<Installation> closed() {
        return fetch(INSTALLATION.DELETED_AT.isNotNull());
    }

    Optional<Installation> find(InstallationId id) {
        return fetch(INSTALLATION.ID.eq(id.value())).stream().findFirst();
    }

    private List<Installation> fetch(Condition condition) {
        var latest = select(max(INSTALLATION_REVISION.NUMBER))
                .from(INSTALLATION_REVISION)
                .where(INSTALLATION_REVISION.INSTALLATION_ID.eq(INSTALLATION.ID));
        return db.select(INSTALLATION.asterisk(), INSTALLATION_REVISION.asterisk())
                .from(INSTALLATION)
                .join(INSTALLATION_REVISION)
                .on(INSTALLATION_REVISION.INSTALLATION_ID.eq(INSTALLATION.ID))
                .and(INSTALLATION_REVISION.NUMBER.eq(latest))
                .where(condition)
                .orderBy(DSL.lower(INSTALLATION.NAME))
                .fetch(row -> {
                    var installation = row.into(INSTALLATION);
                    var revision = row.into(INSTALLATION_REVISION);
                    var deleted = installation.getDeletedAt();
                    return new Installation(
                            new InstallationId(installation.getId()),
                            installation.getName(),
                            new ClusterId(revision.getClusterId()),
                            settings(revision).profile(),
                            revision.getNumber(),
                            installation.getCreatedBy(),
                            installation.getCreatedAt().toInstant(),
                            deleted == null ? null : deleted.toInstant(),
                            installation.getDeletedBy());
                });
    }

    List<Revision> revisions(InstallationId id) {
        var rows = decisions.rows(id);
        return db.selectFrom(INSTALLATION_REVISION)
                .where(INSTALLATION_REVISION.INSTALLATION_ID.eq(id.value()))
                .orderBy(INSTALLATION_REVISION.NUMBER.desc())
                .fetch(row -> revision(row, DecisionStore.holding(rows, row.getNumber())));
    }

    Optional<Revision> revision(InstallationId id, int number) {
        return db.selectFrom(INSTALLATION_REVISION)
                .where(INSTALLATION_REVISION.INSTALLATION_ID.eq(id.value()))
                .and(INSTALLATION_REVISION.NUMBER.eq(number))
                .fetchOptional(row -> revision(row, decisions.of(id, number)));
    }

    List<NamedRevision> allRevisions() {
        return db.select(INSTALLATION.NAME, INSTALLATION_REVISION.INSTALLATION_ID, INSTALLATION_REVISION.NUMBER)
                .from(INSTALLATION_REVISION)
                .join(INSTALLATION)
                .on(INSTALLATION_REVISION.INSTALLATION_ID.eq(INSTALLATION.ID))
                .where(INSTALLATION.DELETED_AT.isNull())
                .orderBy(DSL.lower(INSTALLATION.NAME), INSTALLATION_REVISION.NUMBER.desc())
                .fetch(row -> new NamedRevision(row.value1(), new InstallationId(row.value2()), row.value3()));
    }

    private static Settings settings(InstallationRevisionRecord row) {
        return JSON.readValue(row.getSettings().data(), Settings.class);
    }

    private static Revision revision(InstallationRevisionRecord row, List<TakenDecision> decisions) {
        return new Revision(
                new InstallationId(row.getInstallationId()),
                row.getNumber(),
                new ClusterId(row.getClusterId()),
                settings(row),
                row.getCreatedBy(),
                row.getCreatedAt().toInstant(),
                row.getComment(),
                decisions);
    }

    boolean nameTaken(String name) {
        return db.fetchExists(
                INSTALLATION,
                DSL.lower(INSTALLATION.NAME)
                        .eq(name.toLowerCase(java.util.Locale.ROOT))
                        .and(INSTALLATION.DELETED_AT.isNull()));
    }

    /** Names of installations with a revision for this cluster. */
    List<String> namesOn(ClusterId cluster) {
        return db.selectDistinct(INSTALLATION.NAME)
                .from(INSTALLATION)
                .join(INSTALLATION_REVISION)
                .on(INSTALLATION_REVISION.INSTALLATION_ID.eq(INSTALLATION.ID))
                .where(INSTALLATION_REVISION.CLUSTER_ID.eq(cluster.value()), INSTALLATION.DELETED_AT.isNull())
                .orderBy(INSTALLATION.NAME)
                .fetch(INSTALLATION.NAME);
    }

    void insert(InstallationId id, String name, String person) {
        db.insertInto(INSTALLATION)
                .set(INSTALLATION.ID, id.value())
                .set(INSTALLATION.NAME, name)
                .set(INSTALLATION.CREATED_BY, person)
                .set(INSTALLATION.CREATED_AT, OffsetDateTime.now(clock))
                .execute();
    }

    void close(InstallationId id, String person) {
        db.update(INSTALLATION)
                .set(INSTALLATION.DELETED_AT, OffsetDateTime.now(clock))
                .set(INSTALLATION.DELETED_BY, person)
                .where(INSTALLATION.ID.eq(id.value()))
                .execute();
    }

    /** Revisions of one installation are made one after the other. */
    void lock(InstallationId id) {
        db.selectOne()
                .from(INSTALLATION)
                .where(INSTALLATION.ID.eq(id.value()))
                .forUpdate()
                .fetch();
    }

    void insertRevision(
            InstallationId id, int number, ClusterId cluster, Settings settings, String person, String comment) {
        db.insertInto(INSTALLATION_REVISION)
                .set(INSTALLATION_REVISION.INSTALLATION_ID, id.value())
                .set(INSTALLATION_REVISION.NUMBER, number)
                .set(INSTALLATION_REVISION.CLUSTER_ID, cluster.value())
                .set(INSTALLATION_REVISION.SETTINGS, JSONB.valueOf(JSON.writeValueAsString(settings)))
                .set(INSTALLATION_REVISION.CREATED_BY, person)
                .set(INSTALLATION_REVISION.CREATED_AT, OffsetDateTime.now(clock))
                .set(INSTALLATION_REVISION.COMMENT, comment)
                .execute();
    }
}
