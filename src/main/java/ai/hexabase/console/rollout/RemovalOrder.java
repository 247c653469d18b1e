package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Phase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which an installation goes: the document's, backwards. */
final class RemovalOrder {
    /** The steps; the last one looks whether anything is left. */
    static final List<Phase> STEPS = List.of(
            Phase.INITIALISE,
            Phase.NETWORKING,
            Phase.CONTROL_PLANE,
            Phase.DATABASE,
            Phase.STORAGE,
            Phase.CONFIGMAPS,
            Phase.SECRETS,
            Phase.RBAC,
            Phase.NAMESPACE,
            Phase.VERIFY);

    private final Map<ObjectRef, Phase> phases = new HashMap<>();
    private final Map<ObjectRef, Integer> places = new HashMap<>();

    RemovalOrder(Target target) {
        for (var rendered : target.rendered()) {
            phases.put(rendered.object().ref(), rendered.phase());
            places.put(rendered.object().ref(), places.size());
        }
    }

    /** The step that removes the object. */
    Phase phase(KubeObject live) {
        return phases.getOrDefault(live.ref(), DatabaseParts.isOne(live) ? partPhase(live.kind()) : phase(live.kind()));
    }

    private static Phase partPhase(ResourceKind kind) {
        if (kind.equals(ResourceKind.PERSISTENT_VOLUME_CLAIM)) {
            return Phase.STORAGE;
        }
        return kind.equals(ResourceKind.SECRET) ? Phase.SECRETS : Phase.DATABASE;
    }

    private static Phase phase(ResourceKind kind) {
        return switch (kind.kind()) {
            case "Job", "CronJob" -> Phase.INITIALISE;
            case "Service", "NetworkPolicy" -> Phase.NETWORKING;
            case "Deployment", "StatefulSet", "PodDisruptionBudget" -> Phase.CONTROL_PLANE;
            case "Cluster", "ScheduledBackup" -> Phase.DATABASE;
            case "PersistentVolumeClaim", "ObjectStore" -> Phase.STORAGE;
            case "Secret" -> Phase.SECRETS;
            case "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding", "ServiceAccount" -> Phase.RBAC;
            case "Namespace", "LimitRange", "ResourceQuota" -> Phase.NAMESPACE;
            default -> Phase.CONFIGMAPS;
        };
    }

    /** Step by step; within one, what was applied last goes first, and what others made of it follows. */
    Comparator<KubeObject> comparator() {
        return Comparator.<KubeObject, Integer>comparing(live -> STEPS.indexOf(phase(live)))
                .thenComparing(live -> -places.getOrDefault(live.ref(), -1))
                .thenComparing(live -> live.ref().toString());
    }
}
