package ai.hexabase.console.rollout;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.FieldDecision;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.preflight.Preflights;
import ai.hexabase.console.preflight.Wanted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The plans: what a revision would change, to be read and approved before anything happens. */
@Service
public class Plans {
    private final Targets targets;
    private final Preflights preflights;
    private final PlanStore store;
    private final Removals removals;
    private final ActingPerson person;
    private final TransactionTemplate transaction;
    private final Acts acts;
    private final Clock clock;

    Plans(
            Targets targets,
            Preflights preflights,
            PlanStore store,
            Removals removals,
            ActingPerson person,
            TransactionTemplate transaction,
            Acts acts,
            Clock clock) {
        this.targets = targets;
        this.preflights = preflights;
        this.store = store;
        this.removals = removals;
        this.person = person;
        this.transaction = transaction;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Compares the newest revision with its cluster, for some seconds, and keeps the answer. A cluster that cannot be
     * reached is {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public Plan make(InstallationId installation) {
        return acts.attempt(Act.of("plan.make").on("installation", installation, ""), () -> {
            person.require(Role.OPERATOR, installation);
            return RolloutActs.kept(compared(installation), store, acts);
        });
    }

    private Plan compared(InstallationId installation) {
        var revision = targets.latestRevision(installation);
        var target = targets.of(installation, revision);
        var cluster = targets.connection(target.cluster());
        var outcome = new Planner(cluster, target).compare(revision);
        var deleted = outcome.entries().stream()
                .filter(entry -> entry.action() == Action.DELETE)
                .map(PlanEntry::ref)
                .collect(Collectors.toSet());
        var wanted = new Wanted(target.objects(), deleted, target.ownLabels());
        var live = outcome.live().values();
        var report = new KeptVolumes(cluster, target, targets, installation)
                .addTo(preflights.check(cluster, wanted, existing(target, live)), live);
        return new Plan(
                PlanId.random(),
                0,
                installation,
                target.installationName(),
                revision,
                target.cluster(),
                target.clusterName(),
                clock.instant(),
                person.name(),
                outcome.fingerprint(),
                report,
                outcome.entries(),
                target.decided(),
                Set.of(),
                new Adoptions(target, targets, installation).among(outcome),
                null);
    }

    private static List<KubeObject> existing(Target target, Collection<KubeObject> live) {
        var wanted = target.refs();
        return live.stream().filter(object -> wanted.contains(object.ref())).toList();
    }

    public Optional<Plan> latest(InstallationId installation) {
        return store.latest(installation).filter(plan -> person.sees(installation));
    }

    /** The plan, if there is one and the acting person sees its installation. */
    public Optional<Plan> find(PlanId id) {
        return store.find(id).filter(plan -> person.sees(plan.installation()));
    }

    /** The plan; an unknown one is problem {@code plan-unknown}. */
    public Plan get(PlanId id) {
        return find(id).orElseThrow(() -> new ProblemException(Problem.of("plan-unknown")));
    }

    /**
     * Keeps what a person decided about a contested field, with the plan and with its revision, and what the object
     * will then be. Problems: {@code plan-started} when the plan is being or was carried out, {@code revision-stale}
     * when a newer revision was made.
     */
    public Plan decide(PlanId id, FieldClaim claim, Decision decision) {
        var wanted = new FieldDecision(claim, decision);
        var act = RolloutActs.about("ownership.decide", get(id))
                .with("field", claim.key())
                .after(Map.of("decision", decision));
        acts.attempt(act, () -> {
            person.require(Role.OPERATOR, get(id).installation());
            while (!decided(get(id), wanted)) {
                // somebody decided about the same object meanwhile: what it becomes is asked again
            }
        });
        return get(id);
    }

    /**
     * Keeps what a person answered about an object of somebody else. Problems: {@code plan-started} when the plan is
     * being or was carried out, {@code adoption-impossible} when it belongs to another installation.
     */
    public Plan adopt(PlanId id, ObjectRef object, Adoption.Answer answer) {
        var act = RolloutActs.about("adoption.answer", get(id))
                .with("object", object)
                .after(Map.of("answer", answer));
        acts.attempt(act, () -> adopted(id, object, answer, act));
        return get(id);
    }

    private void adopted(PlanId id, ObjectRef object, Adoption.Answer answer, Act act) {
        person.require(Role.OPERATOR, get(id).installation());
        transaction.executeWithoutResult(status -> {
            var locked = lockToDecide(id);
            if (locked.adoption(object).filter(Adoption::isPossible).isEmpty()) {
                throw new ProblemException(Problem.of("adoption-impossible", object));
            }
            store.update(id, answered(locked, object, answer));
            var before = locked.adoption(object).map(Adoption::answer).orElse(null);
            acts.record(before == null ? act : act.before(Map.of("answer", before)));
        });
    }

    private List<Adoption> answered(Plan plan, ObjectRef object, Adoption.Answer answer) {
        return plan.adoptions().stream()
                .map(each ->
                        each.object().equals(object) ? each.answered(answer, person.name(), clock.instant()) : each)
                .toList();
    }

    private boolean decided(Plan plan, FieldDecision wanted) {
        var seen = targets.of(plan.installation(), plan.revision()).deciding(wanted);
        var judged = new Planner(targets.connection(plan.cluster()), seen)
                .compare(wanted.claim().object());
        var kept = transaction.execute(status -> {
            var locked = lockToDecide(plan.id());
            if (!locked.decisions().equals(plan.decisions())) {
                return false;
            }
            targets.decide(plan.installation(), plan.revision(), wanted);
            var decisions = new HashMap<>(plan.decisions());
            decisions.put(wanted.claim().key(), wanted.decision());
            store.update(plan.id(), decisions, judged.map(locked::replacing).orElse(locked.entries()));
            return true;
        });
        return Objects.requireNonNull(kept);
    }

    /** As it is now, kept from being started meanwhile; one that was started is problem {@code plan-started}. */
    private Plan lockToDecide(PlanId id) {
        var locked = store.lock(id);
        if (store.isStarted(id)) {
            throw new ProblemException(Problem.of("plan-started", locked.number()));
        }
        return locked;
    }

    /**
     * Keeps whether a person agrees that the object is deleted and made anew. Problem {@code plan-started} when the
     * plan is being or was carried out.
     */
    public Plan agree(PlanId id, PlanEntry entry, boolean agreed) {
        var act = RolloutActs.about("replacement.agree", get(id))
                .with("object", entry.ref())
                .after(Map.of("agreed", agreed));
        acts.attempt(act, () -> agreed(id, entry, agreed, act));
        return get(id);
    }

    private void agreed(PlanId id, PlanEntry entry, boolean agreed, Act act) {
        person.require(Role.OPERATOR, get(id).installation());
        if (agreed) {
            person.requireRecent(Dangerous.REPLACE_OBJECT);
        }
        transaction.executeWithoutResult(status -> {
            var keys = new HashSet<>(lockToDecide(id).agreed());
            var before = Map.of("agreed", keys.contains(entry.key()));
            if (agreed) {
                keys.add(entry.key());
            } else {
                keys.remove(entry.key());
            }
            store.agreed(id, keys);
            acts.record(act.before(before));
        });
    }

    /**
     * Asks the cluster again whether the plan still holds: empty when it does, else what changed since. A cluster that
     * cannot be reached is {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public List<Message> staleBecause(PlanId id) {
        var plan = get(id);
        if (plan.removal() != null) {
            return removals.staleBecause(plan, plan.removal());
        }
        var latest = targets.latestRevision(plan.installation());
        if (latest != plan.revision()) {
            return List.of(Message.of("rollout.stale.revision", latest));
        }
        var target = targets.of(plan.installation(), plan.revision());
        var now = new Planner(targets.connection(target.cluster()), target).fingerprint(plan.revision());
        var reasons = new ArrayList<>(differences(plan.fingerprint(), now));
        if (!plan.decisions().equals(target.decided())) {
            reasons.add(Message.of("rollout.stale.decisions"));
        }
        return List.copyOf(reasons);
    }

    static List<Message> differences(Plan.Fingerprint then, Plan.Fingerprint now) {
        var reasons = new ArrayList<Message>();
        if (!then.rendered().equals(now.rendered())) {
            reasons.add(Message.of("rollout.stale.rendered"));
        }
        var keys = new TreeSet<>(then.live().keySet());
        keys.addAll(now.live().keySet());
        keys.removeIf(key -> Objects.equals(then.live().get(key), now.live().get(key)));
        keys.forEach(key -> reasons.add(Message.of("rollout.stale.object", key.substring(key.indexOf(' ') + 1))));
        return List.copyOf(reasons);
    }

    /** Whether the target still renders what the plan was made from. */
    static boolean sameRendering(Plan plan, Target target) {
        return Hashes.rendered(target, plan.revision())
                .equals(plan.fingerprint().rendered());
    }
}
