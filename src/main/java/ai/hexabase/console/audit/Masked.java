package ai.hexabase.console.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Values fit to be kept for years: what is called like a secret is not told, even where a caller forgot to leave it out. */
final class Masked {
    static final String HIDDEN = "(hidden)";
    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|passwd|passphrase|token|private.?key|kubeconfig|authorization|cookie)$");

    private Masked() {}

    static Map<String, Object> of(Map<String, ?> values) {
        var masked = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            if (value != null) {
                masked.put(name, masked(name, value));
            }
        });
        return java.util.Collections.unmodifiableMap(masked);
    }

    @SuppressWarnings("unchecked")
    private static Object masked(String name, Object value) {
        if (value instanceof Map<?, ?> inner) {
            return of((Map<String, ?>) inner);
        }
        if (SECRET.matcher(name).find()) {
            return HIDDEN;
        }
        return value instanceof Number || value instanceof Boolean || value instanceof Iterable<?>
                ? value
                : value.toString();
    }
}
