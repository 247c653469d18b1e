package ai.hexabase.console.rollout;

import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.KubeObject;
import java.util.Map;

/**
 * What is really applied, after the decisions about contested fields.
 *
 * @param force take over fields of other managers
 */
record Effective(KubeObject object, boolean force) {
    /** @param decisions by the key of the claim */
    static Effective of(KubeObject rendered, PlanEntry entry, Map<String, Decision> decisions) {
        var tree = rendered.tree();
        var force = false;
        for (var conflict : entry.conflicts()) {
            switch (decisions.get(entry.claim(conflict).key())) {
                case null -> {}
                case LEAVE -> FieldPaths.remove(tree, conflict.field());
                case TAKE_OVER -> force = true;
            }
        }
        return new Effective(KubeObject.of(tree), force);
    }

    ApplyOptions options(ApplyOptions base) {
        return force ? base.forced() : base;
    }
}
