package ai.hexabase.console.common;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of a cluster.
 *
 * @param whole all there is
 * @param namespaces what there is of the cluster's inside when that is not all; none when it is not to be seen at all
 */
public record Sight(boolean whole, Set<String> namespaces) {
    public static final Sight WHOLE = new Sight(true, Set.of());

    public Sight {
        namespaces = Set.copyOf(namespaces);
    }

    public boolean isNothing() {
        return !whole && namespaces.isEmpty();
    }

    /** @param namespace null for what lives in no namespace */
    public boolean includes(@Nullable String namespace) {
        return whole || (namespace != null && namespaces.contains(namespace));
    }
}
