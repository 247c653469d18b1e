package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.KubeObject;
import org.jspecify.annotations.Nullable;

/**
 * What is really applied, after a person's decision about contested fields.
 *
 * @param force take over fields of other managers
 */
record Effective(KubeObject object, boolean force) {
    static Effective of(KubeObject rendered, PlanEntry entry, @Nullable Decision decision) {
        if (decision == null || entry.conflicts().isEmpty()) {
            return new Effective(rendered, false);
        }
        return switch (decision) {
            case TAKE_OVER -> new Effective(rendered, true);
            case LEAVE -> {
                var tree = rendered.tree();
                entry.conflicts().forEach(conflict -> FieldPaths.remove(tree, conflict.field()));
                yield new Effective(KubeObject.of(tree), false);
            }
        };
    }

    ApplyOptions options(ApplyOptions base) {
        return force ? base.forced() : base;
    }
}
