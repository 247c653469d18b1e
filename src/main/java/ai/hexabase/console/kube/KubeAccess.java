package ai.hexabase.console.kube;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a cluster's API server.
 *
 * @param server its address, such as {@code https://10.0.0.5:6443}
 * @param caPem the only authorities to trust, PEM; null for those the Java runtime trusts
 * @param tlsServerName the name its certificate must carry when that is not the host of {@code server}
 * @param proxy HTTP proxy to go through, such as {@code http://proxy:3128}; user and password may stand in it
 */
public record KubeAccess(
        URI server,
        @Nullable String caPem,
        Credentials credentials,
        @Nullable String tlsServerName,
        @Nullable URI proxy) {
    public static KubeAccess of(URI server, @Nullable String caPem, Credentials credentials) {
        return new KubeAccess(server, caPem, credentials, null, null);
    }

    /**
     * The cluster whose pod this process runs in, by the pod's service account; a {@code kube-not-in-cluster} problem
     * outside of a cluster.
     */
    public static KubeAccess inCluster() {
        return ServiceAccountAccess.ofThisPod().read();
    }

    public KubeAccess trusting(@Nullable String newCaPem) {
        return new KubeAccess(server, newCaPem, credentials, tlsServerName, proxy);
    }

    public KubeAccess with(Credentials newCredentials) {
        return new KubeAccess(server, caPem, newCredentials, tlsServerName, proxy);
    }

    /** The host name that the server's certificate must carry. */
    public String expectedHost() {
        return tlsServerName == null ? String.valueOf(server.getHost()) : tlsServerName;
    }

    @Override
    public String toString() {
        return server + " by " + credentials;
    }
}
