package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Quantities;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim with the volume it has, or a volume that nobody claims.
 *
 * @param claim whether it is a claim
 * @param namespace of the claim; of a volume, where its claim was
 * @param bytes what there is, or is asked for while there is none
 * @param volume that the claim has; for a volume its own name
 * @param policy what happens to the volume when nobody claims it any more; null while that is not known
 * @param users names of the pods that use the claim
 */
public record VolumeRow(
        ClusterId cluster,
        boolean claim,
        @Nullable String namespace,
        String name,
        String uid,
        String version,
        String phase,
        long bytes,
        @Nullable String storageClass,
        @Nullable String volume,
        @Nullable String policy,
        List<String> users,
        @Nullable Instant createdAt,
        PodReason reason)
        implements LiveRow {
    public VolumeRow {
        users = List.copyOf(users);
    }

    static VolumeRow ofClaim(ClusterId cluster, KubeObject claim, Pool pool) {
        var asked = claim.text("/spec/resources/requests/storage");
        return new VolumeRow(
                cluster,
                true,
                pool.one(claim.text("/metadata/namespace", "")),
                claim.name(),
                claim.text("/metadata/uid", ""),
                claim.text("/metadata/resourceVersion", ""),
                pool.one(claim.text("/status/phase", "Pending")),
                Quantities.units(claim.text("/status/capacity/storage", asked == null ? "0" : asked)),
                pool.oneOrNull(claim.text("/spec/storageClassName")),
                claim.text("/spec/volumeName"),
                null,
                List.of(),
                PodRow.instant(claim.text("/metadata/creationTimestamp")),
                VolumeWords.ofClaim(claim));
    }

    static VolumeRow ofVolume(ClusterId cluster, KubeObject volume, Pool pool) {
        return new VolumeRow(
                cluster,
                false,
                pool.oneOrNull(volume.text("/spec/claimRef/namespace")),
                volume.name(),
                volume.text("/metadata/uid", ""),
                volume.text("/metadata/resourceVersion", ""),
                pool.one(volume.text("/status/phase", "Pending")),
                Quantities.units(volume.text("/spec/capacity/storage")),
                pool.oneOrNull(volume.text("/spec/storageClassName")),
                volume.name(),
                pool.one(volume.text("/spec/persistentVolumeReclaimPolicy", "Retain")),
                List.of(),
                PodRow.instant(volume.text("/metadata/creationTimestamp")),
                VolumeWords.ofVolume(volume));
    }

    /** With what others say about the claim. */
    VolumeRow with(@Nullable String newPolicy, List<String> pods, PodReason why) {
        return new VolumeRow(
                cluster,
                claim,
                namespace,
                name,
                uid,
                version,
                phase,
                bytes,
                storageClass,
                volume,
                newPolicy,
                pods,
                createdAt,
                why);
    }

    @Override
    public String key() {
        return LiveRow.super.key() + (claim ? " claim" : " volume");
    }

    @Override
    public boolean isReady() {
        return phase.equals("Bound") || phase.equals("Available");
    }

    @Override
    public ObjectRef ref() {
        return claim && namespace != null
                ? ResourceKind.PERSISTENT_VOLUME_CLAIM.named(namespace, name)
                : ResourceKind.PERSISTENT_VOLUME.named(name);
    }
}
