package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.installation.AdviceKind;
import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where somebody is in reading a plan; outlives the parts of the page. */
final class Reading {
    private @Nullable String selected;
    private final Set<String> viewed = new HashSet<>();
    boolean unchanged;
    boolean checks;
    boolean whole;
    final Set<AdviceKind> adviceLater = EnumSet.noneOf(AdviceKind.class);

    /** The object being read: what needs a decision first, then what changes. */
    Optional<PlanEntry> entry(Plan plan) {
        var entry = plan.entries().stream()
                .filter(each -> each.key().equals(selected))
                .findFirst()
                .or(() -> plan.entries().stream().filter(plan::isOpen).findFirst())
                .or(() -> changes(plan).stream()
                        .filter(each -> each.problem() != null)
                        .findFirst())
                .or(() -> changes(plan).stream().findFirst())
                .or(() -> plan.entries().stream().findFirst());
        entry.ifPresent(this::select);
        return entry;
    }

    void select(PlanEntry entry) {
        selected = entry.key();
        viewed.add(entry.key());
        unchanged |= entry.action() == Action.UNCHANGED;
    }

    boolean isSelected(PlanEntry entry) {
        return entry.key().equals(selected);
    }

    long viewed(Plan plan) {
        return changes(plan).stream()
                .filter(entry -> viewed.contains(entry.key()))
                .count();
    }

    /** The objects listed, in order. */
    List<PlanEntry> listed(Plan plan) {
        return unchanged ? plan.entries() : changes(plan);
    }

    /** The one that many places further down or up the list; the selected one at its ends. */
    Optional<PlanEntry> neighbour(Plan plan, int places) {
        var listed = listed(plan);
        for (var i = 0; i < listed.size(); i++) {
            if (isSelected(listed.get(i))) {
                return Optional.of(listed.get(Math.clamp(i + places, 0, listed.size() - 1)));
            }
        }
        return listed.stream().findFirst();
    }

    /** What differs from the cluster, or cannot be applied. */
    static List<PlanEntry> changes(Plan plan) {
        return plan.entries().stream()
                .filter(entry -> entry.action() != Action.UNCHANGED || entry.problem() != null)
                .toList();
    }
}
