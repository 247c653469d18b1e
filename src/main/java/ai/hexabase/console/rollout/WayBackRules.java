package ai.hexabase.console.rollout;

import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.rollout.WayBack.Difference;
import ai.hexabase.console.rollout.WayBack.Kind;
import ai.hexabase.console.rollout.WayBack.Lasting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares what was there before a plan with what going back would give.
 *
 * <p>Values of Secrets are not compared: a revision always gives the same ones.
 */
final class WayBackRules {
    private static final Set<Action> MADE = EnumSet.of(Action.CREATE, Action.REPLACE);

    private final Map<String, PlanEntry> forth;
    private final Map<String, PlanEntry> back;
    private final Map<String, Decision> decided;

    /**
     * @param back what the dry run of the earlier revision says
     * @param decided by that revision about contested fields, by the key of the claim
     */
    WayBackRules(Plan plan, List<PlanEntry> back, Map<String, Decision> decided) {
        this.forth = byKey(plan.entries());
        this.back = byKey(back);
        this.decided = decided;
    }

    private static Map<String, PlanEntry> byKey(List<PlanEntry> entries) {
        var byKey = new LinkedHashMap<String, PlanEntry>();
        entries.forEach(entry -> byKey.put(entry.key(), entry));
        return byKey;
    }

    int objects() {
        return keys().size();
    }

    private List<String> keys() {
        return Stream.concat(forth.keySet().stream(), back.keySet().stream())
                .distinct()
                .toList();
    }

    List<Difference> differences() {
        return keys().stream().flatMap(key -> difference(key).stream()).toList();
    }

    private Optional<Difference> difference(String key) {
        var then = forth.get(key);
        var again = back.get(key);
        var made = again != null && MADE.contains(again.action());
        var ref = (then == null ? Objects.requireNonNull(again) : then).ref();
        // a Job that ran again is another one to its pods only
        var anew = made || ref.kind().equals(ResourceKind.JOB);
        var before = comparable(then == null ? "" : then.before(), anew);
        var after = comparable(again == null ? "" : again.after(), anew);
        var contested = again != null && again.claims().stream().anyMatch(claim -> !decided.containsKey(claim.key()));
        var problem = again == null ? null : again.problem();
        if (before.equals(after) && !contested && problem == null) {
            return Optional.empty();
        }
        return Optional.of(new Difference(ref, before, after, contested, problem));
    }

    /** @param anew it is made anew, so what the server draws for new objects says nothing */
    private static String comparable(String yaml, boolean anew) {
        if (yaml.isEmpty()) {
            return yaml;
        }
        var text = anew ? withoutLuck(yaml) : yaml;
        return text.replace(Cleaned.HIDDEN_CHANGED, Cleaned.HIDDEN);
    }

    private static String withoutLuck(String yaml) {
        return Cleaned.yaml(Cleaned.treeOfNew(KubeObject.of(Yaml.read(yaml, Yaml.Limits.OWN))));
    }

    List<Lasting> lasting() {
        var lasting = new ArrayList<Lasting>();
        forth.values().forEach(entry -> {
            if (MADE.contains(entry.action()) && isA(ResourceKind.JOB, entry)) {
                lasting.add(new Lasting(entry.ref(), Kind.JOB_DONE));
            } else if (DataHolders.isLost(entry)) {
                lasting.add(new Lasting(entry.ref(), Kind.DATA_LOST));
            }
        });
        back.values().stream()
                .filter(entry -> MADE.contains(entry.action()) || willBeMadeAnew(entry))
                .forEach(entry -> madeAnew(entry).ifPresent(kind -> lasting.add(new Lasting(entry.ref(), kind))));
        return lasting;
    }

    /** While the plan has not been carried out, what it deletes is still there. */
    private boolean willBeMadeAnew(PlanEntry entry) {
        var then = forth.get(entry.key());
        return then != null && (then.action() == Action.DELETE || then.action() == Action.REPLACE);
    }

    private static Optional<Kind> madeAnew(PlanEntry entry) {
        if (isA(ResourceKind.JOB, entry)) {
            return Optional.of(Kind.JOB_AGAIN);
        }
        return isA(ResourceKind.SERVICE, entry) ? Optional.of(Kind.NEW_ADDRESS) : Optional.empty();
    }

    private static boolean isA(ResourceKind kind, PlanEntry entry) {
        return entry.ref().kind().equals(kind);
    }
}
