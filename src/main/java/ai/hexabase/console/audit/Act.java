package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or refused, before it is put on record.
 *
 * @param kind what, as {@code object.verb}, for instance {@code cluster.register}
 * @param object on which object, null when on none
 * @param before how it was, without secrets; empty when there is nothing to compare
 * @param after how it is now
 * @param links what else belongs to it, such as {@code rollout} and {@code revision}, by their ids
 * @param reason what the person said why, null when nobody asked
 * @param problem code of the problem with which it was refused or failed, null when it was done
 * @param words others' own words to that
 */
public record Act(
        String kind,
        Result result,
        @Nullable Target object,
        Map<String, Object> before,
        Map<String, Object> after,
        Map<String, String> links,
        @Nullable String reason,
        @Nullable String problem,
        @Nullable String words) {
    /** What came of it. */
    public enum Result {
        DONE,
        REFUSED,
        FAILED
    }

    /**
     * An object of the console.
     *
     * @param type its word, such as {@code cluster}
     */
    public record Target(String type, String id, String name) {}

    public static Act of(String kind) {
        return new Act(kind, Result.DONE, null, Map.of(), Map.of(), Map.of(), null, null, null);
    }

    public Act on(String type, Object id, String name) {
        return new Act(
                kind, result, new Target(type, id.toString(), name), before, after, links, reason, problem, words);
    }

    public Act before(Map<String, ?> values) {
        return new Act(kind, result, object, Masked.of(values), after, links, reason, problem, words);
    }

    public Act after(Map<String, ?> values) {
        return new Act(kind, result, object, before, Masked.of(values), links, reason, problem, words);
    }

    public Act with(String link, Object id) {
        var more = new LinkedHashMap<>(links);
        more.put(link, id.toString());
        return new Act(kind, result, object, before, after, Map.copyOf(more), reason, problem, words);
    }

    public Act because(@Nullable String newReason) {
        var said = newReason == null || newReason.isBlank() ? null : newReason.strip();
        return new Act(kind, result, object, before, after, links, said, problem, words);
    }

    public Act refused(Problem why) {
        return new Act(kind, Result.REFUSED, object, before, after, links, reason, why.code(), why.words());
    }

    public Act failed(Problem why) {
        return new Act(kind, Result.FAILED, object, before, after, links, reason, why.code(), why.words());
    }
}
