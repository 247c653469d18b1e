package ai.hexabase.console.rollout;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.preflight.Preflights;
import ai.hexabase.console.preflight.Wanted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The plans: what a revision would change, to be read and approved before anything happens. */
@Service
public class Plans {
    private final Targets targets;
    private final Preflights preflights;
    private final PlanStore store;
    private final ActingPerson person;
    private final Clock clock;

    Plans(Targets targets, Preflights preflights, PlanStore store, ActingPerson person, Clock clock) {
        this.targets = targets;
        this.preflights = preflights;
        this.store = store;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Compares the newest revision with its cluster, for some seconds, and keeps the answer. A cluster that cannot be
     * reached is {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public Plan make(InstallationId installation) {
        person.require(Role.OPERATOR);
        var revision = targets.latestRevision(installation);
        var target = targets.of(installation, revision);
        var cluster = targets.connection(target.cluster());
        var outcome = new Planner(cluster, target, Map.of()).compare(revision);
        var deleted = outcome.entries().stream()
                .filter(entry -> entry.action() == Action.DELETE)
                .map(PlanEntry::ref)
                .collect(Collectors.toSet());
        var report = preflights.check(cluster, new Wanted(target.objects(), deleted, target.ownLabels()));
        return store.insert(new Plan(
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
                Map.of()));
    }

    public Optional<Plan> latest(InstallationId installation) {
        return store.latest(installation);
    }

    public Optional<Plan> find(PlanId id) {
        return store.find(id);
    }

    /** The plan; an unknown one is problem {@code plan-unknown}. */
    public Plan get(PlanId id) {
        return find(id).orElseThrow(() -> new ProblemException(Problem.of("plan-unknown")));
    }

    /** Keeps what a person decided about contested fields, and what the object will then be. */
    public Plan decide(PlanId id, String entryKey, Decision decision) {
        person.require(Role.OPERATOR);
        var plan = get(id);
        var decisions = new HashMap<>(plan.decisions());
        decisions.put(entryKey, decision);
        var target = targets.of(plan.installation(), plan.revision());
        var outcome = new Planner(targets.connection(plan.cluster()), target, decisions).compare(plan.revision());
        outcome.entries().stream()
                .filter(entry -> entry.key().equals(entryKey))
                .findFirst()
                .ifPresent(entry -> store.decide(id, decisions, entry));
        return get(id);
    }

    /**
     * Asks the cluster again whether the plan still holds: empty when it does, else what changed since. A cluster that
     * cannot be reached is {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public List<Message> staleBecause(PlanId id) {
        var plan = get(id);
        var latest = targets.latestRevision(plan.installation());
        if (latest != plan.revision()) {
            return List.of(Message.of("rollout.stale.revision", latest));
        }
        var target = targets.of(plan.installation(), plan.revision());
        var now = new Planner(targets.connection(target.cluster()), target, Map.of()).fingerprint(plan.revision());
        return differences(plan.fingerprint(), now);
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
