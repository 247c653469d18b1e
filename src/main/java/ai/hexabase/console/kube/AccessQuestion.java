package ai.hexabase.console.kube;

import org.jspecify.annotations.Nullable;

/**
 * May these credentials do this?
 *
 * @param verb such as {@code get}, {@code patch}
 * @param group API group, empty for the core group
 * @param resource plural, with subresource after a slash ({@code pods/log})
 * @param namespace null for all namespaces or cluster-scoped kinds
 */
public record AccessQuestion(
        String verb,
        String group,
        String resource,
        @Nullable String namespace) {
    public static AccessQuestion of(String verb, ResourceKind kind, @Nullable String namespace) {
        return new AccessQuestion(verb, kind.group(), kind.plural(), kind.namespaced() ? namespace : null);
    }
}
