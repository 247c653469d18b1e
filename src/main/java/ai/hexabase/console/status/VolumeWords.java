package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import org.jspecify.annotations.Nullable;

/** Says in plain words how a claim or a volume is. */
final class VolumeWords {
    private VolumeWords() {}

    static PodReason ofClaim(KubeObject claim) {
        if (claim.text("/metadata/deletionTimestamp") != null) {
            return say(Health.WAITING, "claim-leaving", null);
        }
        return switch (claim.text("/status/phase", "Pending")) {
            case "Bound" -> say(Health.OK, "bound", null);
            case "Lost" -> say(Health.FAILED, "lost", null);
            default -> say(Health.PROGRESSING, "waits", null);
        };
    }

    /** Why a claim has no volume yet, by the newest event about it. */
    static PodReason pending(String reason, String message) {
        return switch (reason) {
            case "WaitForFirstConsumer", "WaitForPodScheduled" -> say(Health.WAITING, "waits-for-pod", message);
            case "ExternalProvisioning", "Provisioning" -> say(Health.PROGRESSING, "being-made", message);
            case "ProvisioningFailed" -> say(Health.FAILED, "not-made", message);
            case "FailedBinding" -> say(Health.FAILED, "none-fits", message);
            default -> say(Health.PROGRESSING, "waits", PodWords.words(reason, message));
        };
    }

    static PodReason ofVolume(KubeObject volume) {
        if (volume.text("/metadata/deletionTimestamp") != null) {
            return say(Health.WAITING, "volume-leaving", null);
        }
        return switch (volume.text("/status/phase", "Pending")) {
            case "Available" -> say(Health.OK, "free", null);
            case "Bound" -> say(Health.OK, "bound", null);
            case "Released" -> say(Health.WARNING, "released", null);
            case "Failed" -> say(Health.FAILED, "not-reclaimed", volume.text("/status/message"));
            default -> say(Health.PROGRESSING, "being-made", null);
        };
    }

    private static PodReason say(Health health, String key, @Nullable String words) {
        return PodReason.say(health, "status.volume." + key, words);
    }
}
