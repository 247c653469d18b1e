package ai.hexabase.console.drift;

import ai.hexabase.console.kube.ClusterConnection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One field that is not as it was rolled out.
 *
 * @param expected value of the revision, null when it should not be there
 * @param live value on the cluster, null when it is not there
 * @param secret whether the values are those of a Secret; then they are placeholders
 * @param owner who wrote the live value, null when Kubernetes does not tell, as for what was removed
 * @param firstSeen when the console noticed it
 */
public record DriftedField(
        FieldPath path,
        @Nullable String expected,
        @Nullable String live,
        boolean secret,
        @Nullable FieldOwner owner,
        Instant firstSeen) {
    /** Since when, as Kubernetes tells; null when it does not. */
    public @Nullable Instant writtenAt() {
        return owner == null ? null : owner.at();
    }

    /** Whether another manager than the console owns the live value, so that it can be left to them. */
    public boolean isOthers() {
        return owner != null && !owner.manager().equals(ClusterConnection.FIELD_MANAGER);
    }
}
