package ai.hexabase.console.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An act on record.
 *
 * @param seq its place in the chain, from 1 without gaps
 * @param record the JSON text that is hashed
 * @param hash of this entry and so of all before it, lower-case hex
 */
public record Entry(long seq, Instant at, Actor who, Act act, String record, String previousHash, String hash) {
    /** Which fields differ between before and after, each with both values. */
    public Map<String, Change> changes() {
        return Change.between(act.before(), act.after());
    }

    /** A field that changed. */
    public record Change(@Nullable Object before, @Nullable Object after) {
        static Map<String, Change> between(Map<String, Object> before, Map<String, Object> after) {
            var changes = new java.util.TreeMap<String, Change>();
            after.forEach((name, value) -> {
                if (!value.equals(before.get(name))) {
                    changes.put(name, new Change(before.get(name), value));
                }
            });
            before.forEach((name, value) -> {
                if (!after.containsKey(name)) {
                    changes.put(name, new Change(value, null));
                }
            });
            return changes;
        }
    }
}
