package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.RequestRefused;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.SideBySide;
import ai.hexabase.console.manifest.Phase;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds objects that an earlier revision applied and this one no longer renders. */
final class Deletions {
    static final List<ResourceKind> PRUNED = List.of(
            ResourceKind.DEPLOYMENT,
            ResourceKind.STATEFUL_SET,
            ResourceKind.JOB,
            ResourceKind.CRON_JOB,
            ResourceKind.SCHEDULED_BACKUP,
            ResourceKind.DATABASE_CLUSTER,
            ResourceKind.POD_DISRUPTION_BUDGET,
            ResourceKind.SERVICE,
            ResourceKind.NETWORK_POLICY,
            ResourceKind.LIMIT_RANGE,
            ResourceKind.RESOURCE_QUOTA,
            ResourceKind.CONFIG_MAP,
            ResourceKind.SECRET,
            ResourceKind.ROLE_BINDING,
            ResourceKind.ROLE,
            ResourceKind.CLUSTER_ROLE_BINDING,
            ResourceKind.CLUSTER_ROLE,
            ResourceKind.SERVICE_ACCOUNT);
    /** What running pods may still use until their successors have taken over. */
    private static final Set<ResourceKind> STILL_USED = Set.of(
            ResourceKind.CONFIG_MAP,
            ResourceKind.SECRET,
            ResourceKind.ROLE,
            ResourceKind.ROLE_BINDING,
            ResourceKind.CLUSTER_ROLE,
            ResourceKind.CLUSTER_ROLE_BINDING,
            ResourceKind.SERVICE_ACCOUNT);

    private Deletions() {}

    /** The step that deletes: the first one, or the last for what running pods may still use. */
    static Phase phase(ResourceKind kind) {
        return STILL_USED.contains(kind) ? Phase.VERIFY : Phase.NAMESPACE;
    }

    /** What carries the marks of the target's installation, of all kinds that it may have. */
    static List<KubeObject> members(ClusterConnection cluster, Target target, Set<ResourceKind> served) {
        var selector = target.memberLabels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        if (selector.isEmpty()) {
            return List.of();
        }
        var kinds = kinds(target).stream().filter(served::contains).toList();
        return SideBySide.map(kinds, kind -> list(cluster, kind, selector)).stream()
                .flatMap(List::stream)
                .toList();
    }

    static List<KubeObject> among(Collection<KubeObject> members, Target target) {
        var wanted = target.refs();
        return members.stream().filter(live -> isUnwanted(live, wanted)).toList();
    }

    /** Whether this one is among them. */
    static boolean isLeftOver(KubeObject live, Target target) {
        var marks = target.memberLabels().entrySet();
        return !marks.isEmpty()
                && live.labels().entrySet().containsAll(marks)
                && kinds(target).contains(live.kind())
                && isUnwanted(live, target.refs());
    }

    private static boolean isUnwanted(KubeObject live, Set<ObjectRef> wanted) {
        return !wanted.contains(live.ref())
                && live.at("/metadata/ownerReferences").isEmpty()
                && live.text("/metadata/deletionTimestamp") == null;
    }

    /** Of what there may be something to delete. */
    static Set<ResourceKind> kinds(Target target) {
        var kinds = new LinkedHashSet<>(PRUNED);
        target.refs().stream()
                .map(ref -> ref.kind())
                .filter(kind -> !kind.equals(ResourceKind.NAMESPACE))
                .forEach(kinds::add);
        return kinds;
    }

    private static List<KubeObject> list(ClusterConnection cluster, ResourceKind kind, String selector) {
        try {
            return cluster.listAll(ListQuery.of(kind).labelled(selector));
        } catch (RequestRefused refused) {
            // Whoever may not list a kind never applied one; the access check asks for all kinds of the plan.
            return List.of();
        }
    }
}
