package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.ObjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a plan one that takes an installation from its cluster; its entries are what goes, this is what stays.
 *
 * @param deletesVolumes whether the volumes go, too, and with them the data
 * @param volumes all volumes of the installation
 * @param stays what else is left alone
 */
public record Removal(boolean deletesVolumes, List<Volume> volumes, List<Stays> stays) {
    public Removal {
        volumes = List.copyOf(volumes);
        stays = List.copyOf(stays);
    }

    /** Volumes that are still there afterwards. */
    public List<Volume> volumesKept() {
        return deletesVolumes ? List.of() : volumes;
    }

    /**
     * A claim and the volume behind it.
     *
     * @param size as Kubernetes writes it, such as {@code 10Gi}
     * @param volume name of the PersistentVolume, null while there is none
     * @param reclaimPolicy what becomes of the PersistentVolume without its claim, null when that cannot be read
     * @param complete false when the database operator had not finished filling it
     */
    public record Volume(
            ObjectRef claim,
            String size,
            @Nullable String volume,
            @Nullable String reclaimPolicy,
            boolean complete) {}

    /**
     * An object that is left alone.
     *
     * @param owner whose it is or what is in it, empty when that is not the reason
     */
    public record Stays(ObjectRef ref, Why why, String owner) {}

    /** Why something stays. */
    public enum Why {
        /** The kept data need it. */
        WITH_VOLUMES,
        /** It does not carry this installation's mark. */
        NOT_MARKED,
        /** Another object owns it. */
        OTHER_OWNER,
        /** A namespace that holds something of somebody else. */
        IN_USE
    }
}
