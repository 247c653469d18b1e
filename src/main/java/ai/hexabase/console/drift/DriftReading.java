package ai.hexabase.console.drift;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.drift.DriftedObject.Kind;
import ai.hexabase.console.drift.FieldDifferences.Difference;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads from what a dry run says whether an object has drifted, and where. */
final class DriftReading {
    /** Longer values are cut: they are shown, not applied. */
    static final int LONGEST_VALUE = 20_000;

    private static final Set<String> SECRET_PARTS = Set.of("f:data", "f:stringData");

    private DriftReading() {}

    /** Empty when the object stands as it should. */
    static Optional<DriftedObject> of(Standing standing, Instant now) {
        var entry = standing.entry();
        var problem = entry.problem();
        if (problem != null && problem.code().equals(PlanEntry.FORBIDDEN)) {
            return Optional.of(new DriftedObject(entry.ref(), Kind.UNKNOWN, List.of(), null, now, problem));
        }
        return kind(entry.action()).map(kind -> object(standing, kind, problem, now));
    }

    private static Optional<Kind> kind(Action action) {
        return switch (action) {
            case DELETE -> Optional.of(Kind.LEFT_OVER);
            case CHANGE, REPLACE -> Optional.of(Kind.CHANGED);
            case CREATE -> Optional.of(Kind.GONE);
            case UNCHANGED -> Optional.empty();
        };
    }

    private static DriftedObject object(Standing standing, Kind kind, @Nullable Problem problem, Instant now) {
        var managed = new ManagedFields(standing.managedFields());
        var fields = kind == Kind.CHANGED ? fields(standing.entry(), managed, now) : List.<DriftedField>of();
        var last = managed.lastOther().orElse(null);
        return new DriftedObject(standing.entry().ref(), kind, fields, last, now, problem);
    }

    private static List<DriftedField> fields(PlanEntry entry, ManagedFields managed, Instant now) {
        return FieldDifferences.between(tree(entry.after()), tree(entry.before()), managed).stream()
                .filter(difference -> isJudgedInPlace(entry) || isSet(difference))
                .map(difference -> field(difference, isSecret(entry, difference), managed, now))
                .toList();
    }

    /** Else it is compared with what was rendered, or tried under another name; that lacks what the server fills in. */
    private static boolean isJudgedInPlace(PlanEntry entry) {
        return entry.problem() == null && entry.action() != Action.REPLACE;
    }

    private static boolean isSet(Difference difference) {
        return !difference.expected().isMissingNode();
    }

    private static boolean isSecret(PlanEntry entry, Difference difference) {
        return entry.ref().kind().equals(ResourceKind.SECRET)
                && SECRET_PARTS.contains(difference.path().steps().getFirst());
    }

    private static DriftedField field(Difference difference, boolean secret, ManagedFields managed, Instant now) {
        var owner = difference.live().isMissingNode()
                ? null
                : managed.owner(difference.path()).orElse(null);
        return new DriftedField(
                difference.path(), text(difference.expected()), text(difference.live()), secret, owner, now);
    }

    private static JsonNode tree(String yaml) {
        return Yaml.read(yaml, Yaml.Limits.OWN);
    }

    static @Nullable String text(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        var text = node.isValueNode() ? node.asString() : Yaml.write(node).strip();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }
}
