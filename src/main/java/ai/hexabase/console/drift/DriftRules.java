package ai.hexabase.console.drift;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.drift.DriftReport.Leave;
import ai.hexabase.console.drift.DriftedObject.Kind;
import ai.hexabase.console.rollout.Rollout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how an installation stands. The first that applies:
 *
 * <ol>
 *   <li>a rollout is under way: nothing can be said, and its changes are no drift;
 *   <li>nothing was rolled out;
 *   <li>the cluster does not answer: unknown, whatever was found before;
 *   <li>comparing fails, or has not come to an end for long: unknown;
 *   <li>an object differs: drifted;
 *   <li>an object could not be looked at: unknown;
 *   <li>in sync as of the last complete comparison.
 * </ol>
 */
final class DriftRules {
    private DriftRules() {}

    /**
     * All that counts.
     *
     * @param newest the newest rollout, null when there is none
     * @param baseline the last finished one, null when there is none
     * @param reachability null when the cluster is not registered any more
     * @param patience how old a comparison may be
     */
    record Facts(
            @Nullable Rollout newest,
            @Nullable Rollout baseline,
            @Nullable Reachability reachability,
            Comparison comparison,
            List<DriftedObject> open,
            Duration patience) {}

    static DriftState state(Facts facts, Instant now) {
        var newest = facts.newest();
        var baseline = facts.baseline();
        if (newest != null && !newest.state().isOver()) {
            return new DriftState.UnderWay(newest.id(), newest.number());
        }
        if (baseline == null) {
            return new DriftState.NotRolledOut();
        }
        return unreachable(facts, baseline)
                .or(() -> failing(facts.comparison()))
                .orElseGet(() -> compared(facts, baseline, now));
    }

    private static Optional<DriftState> unreachable(Facts facts, Rollout baseline) {
        var reachability = facts.reachability();
        if (reachability instanceof Reachability.UnknownSince unknown) {
            return Optional.of(new DriftState.Unknown(unknown.since(), unknown.problem()));
        }
        if (reachability == null) {
            var since = facts.comparison().comparedAt();
            return Optional.of(new DriftState.Unknown(
                    since == null ? baseline.startedAt() : since, Problem.of("cluster-unknown", baseline.cluster())));
        }
        return Optional.empty();
    }

    private static Optional<DriftState> failing(Comparison comparison) {
        var since = comparison.failedSince();
        var why = comparison.problem();
        return since == null || why == null ? Optional.empty() : Optional.of(new DriftState.Unknown(since, why));
    }

    private static DriftState compared(Facts facts, Rollout baseline, Instant now) {
        var asOf = facts.comparison().comparedAt();
        if (asOf == null || !baseline.id().equals(facts.comparison().rollout())) {
            return new DriftState.Pending();
        }
        if (now.isAfter(asOf.plus(facts.patience()))) {
            return new DriftState.Unknown(
                    asOf, Problem.of("drift-overdue", facts.patience().toMinutes()));
        }
        var drifted = facts.open().stream()
                .filter(object -> object.kind() != Kind.UNKNOWN)
                .count();
        if (drifted > 0) {
            return new DriftState.Drifted((int) drifted, asOf);
        }
        return facts.open().stream()
                .findFirst()
                .<DriftState>map(
                        hidden -> new DriftState.Unknown(hidden.firstSeen(), Objects.requireNonNull(hidden.problem())))
                .orElseGet(() -> new DriftState.InSync(asOf));
    }

    /** Differences that nobody ignores, and those that somebody does. */
    record Split(List<DriftedObject> open, List<Leave> ignored) {}

    /** @param ignores those in force */
    static Split split(List<DriftedObject> objects, List<Ignored> ignores) {
        var open = new ArrayList<DriftedObject>();
        var ignored = new ArrayList<Leave>();
        for (var object : objects) {
            var whole = ignores.stream().filter(each -> each.covers(object)).findFirst();
            if (whole.isPresent()) {
                ignored.add(new Leave(object, whole.get()));
            } else if (object.fields().isEmpty()) {
                open.add(object);
            } else {
                splitFields(object, ignores, open, ignored);
            }
        }
        return new Split(open, ignored);
    }

    private static void splitFields(
            DriftedObject object, List<Ignored> ignores, List<DriftedObject> open, List<Leave> ignored) {
        var left = new ArrayList<DriftedField>();
        for (var field : object.fields()) {
            var covering =
                    ignores.stream().filter(each -> each.covers(object, field)).findFirst();
            covering.ifPresentOrElse(
                    each -> ignored.add(new Leave(object.with(List.of(field)), each)), () -> left.add(field));
        }
        if (!left.isEmpty()) {
            open.add(object.with(left));
        }
    }
}
