package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.Identity;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as the console knows it; never holds credentials.
 *
 * @param server where its API server answers
 * @param version as its API server last told, such as {@code v1.34.2+k3s1}
 * @param identity whom its API server last saw behind the credentials
 * @param credentialsExpireAt end of the client certificate or token, null when they tell none
 */
public record RegisteredCluster(
        ClusterId id,
        String name,
        Kind kind,
        URI server,
        Site site,
        String version,
        Identity identity,
        @Nullable Instant credentialsExpireAt,
        Instant registeredAt,
        String registeredBy,
        Reachability reachability) {
    /** How the console reaches it. */
    public enum Kind {
        /** By credentials out of a kubeconfig. */
        REAL,
        /** The cluster the console itself runs in, by its service account. */
        IN_CLUSTER,
        /** Simulated inside the console; always labelled as practice. */
        PRACTICE
    }

    public boolean isPractice() {
        return kind == Kind.PRACTICE;
    }
}
