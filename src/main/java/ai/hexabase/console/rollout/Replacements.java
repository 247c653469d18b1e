package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.DeleteOptions.Propagation;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Decides how an object makes room for its successor, and what that costs; pure. */
final class Replacements {
    private static final Set<ResourceKind> WITH_PODS = Set.of(
            ResourceKind.DEPLOYMENT, ResourceKind.STATEFUL_SET, ResourceKind.DAEMON_SET, ResourceKind.REPLICA_SET);
    private static final Set<ResourceKind> BINDINGS =
            Set.of(ResourceKind.ROLE_BINDING, ResourceKind.CLUSTER_ROLE_BINDING);
    private static final Set<ResourceKind> READ_BY_PODS = Set.of(ResourceKind.CONFIG_MAP, ResourceKind.SECRET);

    private Replacements() {}

    static Replacement of(KubeObject live, KubeObject wanted, List<Refusal.Cause> fields) {
        var propagation = propagation(live, wanted);
        var deletesVolumes = deletesVolumes(live, propagation);
        return new Replacement(
                Objects.toString(live.uid(), ""),
                fields,
                propagation,
                costs(live, propagation, deletesVolumes),
                deletesVolumes || live.kind().equals(ResourceKind.PERSISTENT_VOLUME_CLAIM));
    }

    private static Propagation propagation(KubeObject live, KubeObject wanted) {
        var kind = live.kind();
        if (kind.equals(ResourceKind.STATEFUL_SET) && keepsItsPods(live, wanted)) {
            return Propagation.ORPHAN;
        }
        return WITH_PODS.contains(kind) || kind.equals(ResourceKind.JOB)
                ? Propagation.FOREGROUND
                : Propagation.BACKGROUND;
    }

    /** The new one takes over pods that it selects; their names do not change. */
    private static boolean keepsItsPods(KubeObject live, KubeObject wanted) {
        return live.at("/spec/selector").equals(wanted.at("/spec/selector"));
    }

    private static boolean deletesVolumes(KubeObject live, Propagation propagation) {
        return live.kind().equals(ResourceKind.STATEFUL_SET)
                && propagation != Propagation.ORPHAN
                && live.text("/spec/persistentVolumeClaimRetentionPolicy/whenDeleted", "")
                        .equals("Delete");
    }

    private static List<Message> costs(KubeObject live, Propagation propagation, boolean deletesVolumes) {
        var name = live.name();
        var kind = live.kind();
        var costs = new ArrayList<Message>();
        if (WITH_PODS.contains(kind)) {
            costs.add(
                    propagation == Propagation.ORPHAN
                            ? Message.of("rollout.replace.adopted", name)
                            : Message.of("rollout.replace.down", live.number("/spec/replicas", 1), name));
            volumes(live, deletesVolumes, costs);
        } else if (kind.equals(ResourceKind.JOB)) {
            costs.add(Message.of("rollout.replace.job", name));
        } else if (kind.equals(ResourceKind.SERVICE)) {
            costs.add(Message.of("rollout.replace.address", name));
        } else if (kind.equals(ResourceKind.PERSISTENT_VOLUME_CLAIM)) {
            costs.add(Message.of("rollout.replace.claim", name));
        } else if (kind.equals(ResourceKind.STORAGE_CLASS)) {
            costs.add(Message.of("rollout.replace.storage-class", name));
        } else if (BINDINGS.contains(kind)) {
            costs.add(Message.of("rollout.replace.rights", name));
        } else {
            costs.add(Message.of(READ_BY_PODS.contains(kind) ? "rollout.replace.read" : "rollout.replace.gone", name));
        }
        return List.copyOf(costs);
    }

    private static void volumes(KubeObject live, boolean deleted, List<Message> costs) {
        if (!live.at("/spec/volumeClaimTemplates").isEmpty()) {
            costs.add(
                    Message.of(deleted ? "rollout.replace.volumes-lost" : "rollout.replace.volumes-stay", live.name()));
        }
    }
}
