package ai.hexabase.console.rollout;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.preflight.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a revision would change on its cluster, as computed by a dry run; holds no secret value.
 *
 * @param number what people call it
 * @param entries deletions first, then in the order in which they are applied
 * @param decisions of the revision about contested fields, by the key of the claim
 * @param agreed the keys of entries whose replacement somebody agreed to
 * @param adoptions objects of somebody else that it would change, and what was answered about each
 * @param removal what a plan that takes the installation away leaves; null for one that installs
 */
public record Plan(
        PlanId id,
        long number,
        InstallationId installation,
        String installationName,
        int revision,
        ClusterId cluster,
        String clusterName,
        Instant madeAt,
        String madeBy,
        Fingerprint fingerprint,
        Report report,
        List<PlanEntry> entries,
        Map<String, Decision> decisions,
        Set<String> agreed,
        List<Adoption> adoptions,
        @Nullable Removal removal) {
    /**
     * The inputs of a plan, as hashes: what was rendered, and each object as it was on the cluster.
     *
     * @param live by {@link PlanEntry#key()}
     */
    record Fingerprint(String rendered, Map<String, String> live) {
        Fingerprint {
            live = Map.copyOf(live);
        }
    }

    public Plan {
        entries = List.copyOf(entries);
        decisions = Map.copyOf(decisions);
        agreed = Set.copyOf(agreed);
        adoptions = List.copyOf(adoptions);
    }

    public long count(Action action) {
        return entries.stream().filter(entry -> entry.action() == action).count();
    }

    public @Nullable Decision decision(FieldClaim claim) {
        return decisions.get(claim.key());
    }

    /** What is contested, in the order of the entries. */
    public List<FieldClaim> claims() {
        return entries.stream().flatMap(entry -> entry.claims().stream()).toList();
    }

    /** What is contested and nobody decided about yet; taking an object over answers for its fields, too. */
    public List<FieldClaim> undecided() {
        return claims().stream()
                .filter(claim -> decision(claim) == null)
                .filter(claim -> adoption(claim.object()).isEmpty())
                .toList();
    }

    /** Replacements that nobody agreed to yet. */
    public List<PlanEntry> notAgreed() {
        return entries.stream()
                .filter(entry -> entry.replacement() != null && !agreed.contains(entry.key()))
                .toList();
    }

    /** The question whether this object is taken over; empty when it is the installation's own. */
    public Optional<Adoption> adoption(ObjectRef object) {
        return adoptions.stream()
                .filter(adoption -> adoption.object().equals(object))
                .findFirst();
    }

    boolean isAdopted(ObjectRef object) {
        return adoption(object).filter(Adoption::isAdopted).isPresent();
    }

    /** Objects of somebody else that are not taken over, yet or ever. */
    public List<Adoption> notAdopted() {
        return adoptions.stream().filter(adoption -> !adoption.isAdopted()).toList();
    }

    /** Whether somebody has to decide something about the object. */
    public boolean isOpen(PlanEntry entry) {
        return notAgreed().contains(entry)
                || adoption(entry.ref())
                        .map(adoption -> !adoption.isAdopted())
                        .orElseGet(() -> entry.claims().stream().anyMatch(claim -> decision(claim) == null));
    }

    /** The entries with another one of the same object. */
    List<PlanEntry> replacing(PlanEntry changed) {
        return entries.stream()
                .map(entry -> entry.key().equals(changed.key()) ? changed : entry)
                .toList();
    }

    /** Why it must not start as it is; empty when it may. */
    public List<Message> blockers() {
        var blockers = new ArrayList<Message>();
        var refused = entries.stream().filter(entry -> entry.problem() != null).count();
        if (refused > 0) {
            blockers.add(Message.of("rollout.plan.blocked.refused", refused));
        }
        if (!notAdopted().isEmpty()) {
            blockers.add(Message.of(
                    "rollout.plan.blocked.adoptions",
                    notAdopted().size(),
                    notAdopted().getFirst().object().name()));
        }
        if (!undecided().isEmpty()) {
            blockers.add(Message.of(
                    "rollout.plan.blocked.decisions",
                    undecided().size(),
                    undecided().getFirst().object().name()));
        }
        if (!notAgreed().isEmpty()) {
            blockers.add(Message.of(
                    "rollout.plan.blocked.replacements",
                    notAgreed().size(),
                    notAgreed().getFirst().ref().name()));
        }
        var checks = report.with(ai.hexabase.console.preflight.Result.BLOCKED).size();
        if (checks > 0) {
            blockers.add(Message.of("rollout.plan.blocked.checks", checks));
        }
        return List.copyOf(blockers);
    }
}
