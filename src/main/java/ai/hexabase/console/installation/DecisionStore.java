package ai.hexabase.console.installation;

import static ai.hexabase.console.db.Tables.INSTALLATION_FIELD_DECISION;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.db.tables.records.InstallationFieldDecisionRecord;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code installation_field_decision}: rows are added, never changed. */
@Repository
class DecisionStore {
    private final DSLContext db;
    private final Clock clock;

    DecisionStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What holds at this revision, by object and field. */
    List<TakenDecision> of(InstallationId id, int revision) {
        return holding(rows(id), revision);
    }

    /** All rows of the installation, the oldest first. */
    List<InstallationFieldDecisionRecord> rows(InstallationId id) {
        return db.selectFrom(INSTALLATION_FIELD_DECISION)
                .where(INSTALLATION_FIELD_DECISION.INSTALLATION_ID.eq(id.value()))
                .orderBy(INSTALLATION_FIELD_DECISION.ID)
                .fetch();
    }

    static List<TakenDecision> holding(List<InstallationFieldDecisionRecord> rows, int revision) {
        var newest = new TreeMap<String, TakenDecision>();
        for (var row : rows) {
            if (row.getRevision() <= revision) {
                var claim = claim(row);
                if (row.getDecision() == null) {
                    newest.remove(claim.key());
                } else {
                    newest.put(claim.key(), taken(claim, row));
                }
            }
        }
        return List.copyOf(newest.values());
    }

    private static FieldClaim claim(InstallationFieldDecisionRecord row) {
        var kind = ResourceKind.of(row.getApiVersion(), row.getKind());
        return new FieldClaim(new ObjectRef(kind, row.getNamespace(), row.getName()), row.getField(), row.getManager());
    }

    private static TakenDecision taken(FieldClaim claim, InstallationFieldDecisionRecord row) {
        return new TakenDecision(
                new FieldDecision(claim, Decision.valueOf(row.getDecision())),
                row.getRevision(),
                row.getDecidedBy(),
                row.getDecidedAt().toInstant());
    }

    /** @param decision null takes the earlier one back */
    void insert(InstallationId id, int revision, FieldClaim claim, @Nullable Decision decision, String person) {
        db.insertInto(INSTALLATION_FIELD_DECISION)
                .set(INSTALLATION_FIELD_DECISION.INSTALLATION_ID, id.value())
                .set(INSTALLATION_FIELD_DECISION.REVISION, revision)
                .set(
                        INSTALLATION_FIELD_DECISION.API_VERSION,
                        claim.object().kind().apiVersion())
                .set(INSTALLATION_FIELD_DECISION.KIND, claim.object().kind().kind())
                .set(INSTALLATION_FIELD_DECISION.NAMESPACE, claim.object().namespace())
                .set(INSTALLATION_FIELD_DECISION.NAME, claim.object().name())
                .set(INSTALLATION_FIELD_DECISION.FIELD, claim.field())
                .set(INSTALLATION_FIELD_DECISION.MANAGER, claim.manager())
                .set(INSTALLATION_FIELD_DECISION.DECISION, decision == null ? null : decision.name())
                .set(INSTALLATION_FIELD_DECISION.DECIDED_BY, person)
                .set(INSTALLATION_FIELD_DECISION.DECIDED_AT, OffsetDateTime.now(clock))
                .execute();
    }
}
