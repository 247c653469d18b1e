package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells refusals that say nothing but that fields of an existing object cannot be changed. */
final class Immutables {
    private static final Pattern WORDS = Pattern.compile("field is immutable|is immutable after creation"
            + "|may not change once set|updates to .* are forbidden|cannot change roleRef");
    /** Deleting these would take everything in them along. */
    private static final Set<ResourceKind> NEVER_REPLACED = Set.of(
            ResourceKind.NAMESPACE,
            ResourceKind.NODE,
            ResourceKind.PERSISTENT_VOLUME,
            ResourceKind.CUSTOM_RESOURCE_DEFINITION,
            ResourceKind.DATABASE_CLUSTER);

    private Immutables() {}

    /** The fields, with what the server says about each; empty when it refuses for any other reason too. */
    static List<Refusal.Cause> of(ResourceKind kind, Refusal refusal) {
        var onlyThat = refusal.code() == 422
                && refusal.causes().stream()
                        .allMatch(cause -> WORDS.matcher(cause.message()).find());
        return !onlyThat || NEVER_REPLACED.contains(kind)
                ? List.of()
                : refusal.causes().stream()
                        .map(cause -> new Refusal.Cause(cause.field(), withoutValue(cause.message())))
                        .distinct()
                        .toList();
    }

    /** The server repeats the whole value in front of what it says about it. */
    private static String withoutValue(String message) {
        var words = WORDS.matcher(message);
        return words.find() ? message.substring(words.start()) : message;
    }
}
