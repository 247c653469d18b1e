package ai.hexabase.console.kube;

import org.jspecify.annotations.Nullable;

/**
 * What to list or watch.
 *
 * @param namespace null for all namespaces
 * @param labelSelector Kubernetes label selector, null for all
 * @param fieldSelector Kubernetes field selector, null for all
 * @param limit objects per page; 0 leaves it to the connection
 * @param continueToken token of the previous page, null for the first
 */
public record ListQuery(
        ResourceKind kind,
        @Nullable String namespace,
        @Nullable String labelSelector,
        @Nullable String fieldSelector,
        int limit,
        @Nullable String continueToken) {
    public static ListQuery of(ResourceKind kind) {
        return new ListQuery(kind, null, null, null, 0, null);
    }

    public ListQuery in(@Nullable String newNamespace) {
        return new ListQuery(kind, newNamespace, labelSelector, fieldSelector, limit, continueToken);
    }

    public ListQuery labelled(@Nullable String selector) {
        return new ListQuery(kind, namespace, selector, fieldSelector, limit, continueToken);
    }

    public ListQuery fields(@Nullable String selector) {
        return new ListQuery(kind, namespace, labelSelector, selector, limit, continueToken);
    }

    public ListQuery limit(int newLimit) {
        return new ListQuery(kind, namespace, labelSelector, fieldSelector, newLimit, continueToken);
    }

    public ListQuery continuing(@Nullable String token) {
        return new ListQuery(kind, namespace, labelSelector, fieldSelector, limit, token);
    }
}
