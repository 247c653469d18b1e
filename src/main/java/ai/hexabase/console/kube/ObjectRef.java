package ai.hexabase.console.kube;

import org.jspecify.annotations.Nullable;

/**
 * Names one object of a cluster.
 *
 * @param namespace null for cluster-scoped kinds
 */
public record ObjectRef(ResourceKind kind, @Nullable String namespace, String name) {
    @Override
    public String toString() {
        return kind.kind() + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
