package ai.hexabase.console.installation;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who owns fields that another manager sets too, decided claim by claim.
 *
 * <p>A decision belongs to the revision that is the newest when it is taken, and to all later ones until it is changed
 * or taken back. Whoever plans or compares a revision with its cluster uses what {@link #of} says of that revision.
 */
@Service
public class Ownerships {
    private final InstallationStore store;
    private final DecisionStore decisions;
    private final ActingPerson person;
    private final Acts acts;

    Ownerships(InstallationStore store, DecisionStore decisions, ActingPerson person, Acts acts) {
        this.store = store;
        this.decisions = decisions;
        this.person = person;
        this.acts = acts;
    }

    /** What holds at this revision. */
    public List<TakenDecision> of(InstallationId id, int revision) {
        return person.sees(id) ? decisions.of(id, revision) : List.of();
    }

    /**
     * Decides about a field from this revision on, which must be the newest, else problem {@code revision-stale}. The
     * same decision again changes nothing.
     */
    @Transactional
    public void decide(InstallationId id, int revision, FieldClaim claim, Decision decision) {
        acts.attempt(about(id, revision, claim), () -> requireNewest(id, revision));
        if (of(id, revision).stream().noneMatch(taken -> taken.what().equals(new FieldDecision(claim, decision)))) {
            var act = about(id, revision, claim).before(taken(id, revision, claim));
            decisions.insert(id, revision, claim, decision, person.name());
            acts.record(act.after(Map.of("decision", decision)));
        }
    }

    /** Takes a decision back, so that it must be taken anew when the field is contested. As {@link #decide} else. */
    @Transactional
    public void withdraw(InstallationId id, int revision, FieldClaim claim) {
        acts.attempt(about(id, revision, claim), () -> requireNewest(id, revision));
        if (of(id, revision).stream().anyMatch(taken -> taken.claim().equals(claim))) {
            var act = about(id, revision, claim).before(taken(id, revision, claim));
            decisions.insert(id, revision, claim, null, person.name());
            acts.record(act);
        }
    }

    private Map<String, Object> taken(InstallationId id, int revision, FieldClaim claim) {
        return of(id, revision).stream()
                .filter(each -> each.claim().equals(claim))
                .findFirst()
                .<Map<String, Object>>map(each -> Map.of("decision", each.what().decision()))
                .orElse(Map.of());
    }

    private Act about(InstallationId id, int revision, FieldClaim claim) {
        return Act.of("ownership.decide")
                .on("installation", id, store.find(id).map(Installation::name).orElse(""))
                .with("revision", revision)
                .with("field", claim.key());
    }

    private void requireNewest(InstallationId id, int revision) {
        person.require(Role.OPERATOR, id);
        store.lock(id);
        var newest = store.find(id)
                .orElseThrow(() -> new ProblemException(Problem.of("installation-unknown")))
                .latestRevision();
        if (newest != revision) {
            throw new ProblemException(Problem.of("revision-stale", revision, newest));
        }
    }
}
