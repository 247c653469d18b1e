package ai.hexabase.console.installation;

import static ai.hexabase.console.db.Tables.INSTALLATION_DRAFT;

import ai.hexabase.console.db.tables.records.InstallationDraftRecord;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code installation_draft}. */
@Repository
class DraftStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final Clock clock;

    DraftStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Draft> of(String person) {
        return db.selectFrom(INSTALLATION_DRAFT)
                .where(INSTALLATION_DRAFT.PERSON.eq(person))
                .orderBy(INSTALLATION_DRAFT.KEPT_AT.desc())
                .fetch(DraftStore::draft);
    }

    Optional<Draft> find(UUID id, String person) {
        return db.selectFrom(INSTALLATION_DRAFT)
                .where(INSTALLATION_DRAFT.ID.eq(id))
                .and(INSTALLATION_DRAFT.PERSON.eq(person))
                .fetchOptional(DraftStore::draft);
    }

    Optional<String> owner(UUID id) {
        return db.select(INSTALLATION_DRAFT.PERSON)
                .from(INSTALLATION_DRAFT)
                .where(INSTALLATION_DRAFT.ID.eq(id))
                .fetchOptional(INSTALLATION_DRAFT.PERSON);
    }

    /** A draft of the same id that belongs to somebody else stays as it is. */
    Draft save(UUID id, String person, Draft.Content content) {
        var now = OffsetDateTime.now(clock);
        var json = JSONB.valueOf(JSON.writeValueAsString(content));
        var saved = db.insertInto(INSTALLATION_DRAFT)
                .set(INSTALLATION_DRAFT.ID, id)
                .set(INSTALLATION_DRAFT.PERSON, person)
                .set(INSTALLATION_DRAFT.KEPT_AT, now)
                .set(INSTALLATION_DRAFT.CONTENT, json)
                .onConflict(INSTALLATION_DRAFT.ID)
                .doUpdate()
                .set(INSTALLATION_DRAFT.KEPT_AT, DSL.excluded(INSTALLATION_DRAFT.KEPT_AT))
                .set(INSTALLATION_DRAFT.CONTENT, DSL.excluded(INSTALLATION_DRAFT.CONTENT))
                .where(INSTALLATION_DRAFT.PERSON.eq(person))
                .returning()
                .fetchOne();
        return draft(Objects.requireNonNull(saved, "somebody else's draft"));
    }

    void delete(UUID id, String person) {
        db.deleteFrom(INSTALLATION_DRAFT)
                .where(INSTALLATION_DRAFT.ID.eq(id))
                .and(INSTALLATION_DRAFT.PERSON.eq(person))
                .execute();
    }

    private static Draft draft(InstallationDraftRecord row) {
        return new Draft(
                row.getId(),
                row.getPerson(),
                row.getKeptAt().toInstant(),
                JSON.readValue(row.getContent().data(), Draft.Content.class));
    }
}
