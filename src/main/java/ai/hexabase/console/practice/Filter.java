package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Which objects belong to a query. */
record Filter(ResourceKind kind, @Nullable String namespace, LabelSelector labels, FieldSelector fields) {
    static Filter of(ListQuery query) {
        return new Filter(
                query.kind(),
                query.kind().namespaced() ? query.namespace() : null,
                LabelSelector.parse(query.labelSelector()),
                FieldSelector.parse(query.fieldSelector()));
    }

    boolean takes(@Nullable ObjectNode object) {
        return object != null
                && Meta.kind(object).equals(kind)
                && (namespace == null || namespace.equals(Meta.namespace(object)))
                && labels.matches(Meta.labels(object))
                && fields.matches(object);
    }
}
