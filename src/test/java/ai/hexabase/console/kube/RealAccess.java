package ai.hexabase.console.kube;

import ai.hexabase.console.fleet.ClusterAccess;

/** How tests reach a real cluster of theirs: as its administrator, with a client certificate. */
public final class RealAccess {
    private RealAccess() {}

    public static KubeAccess to(ClusterAccess real) {
        return KubeAccess.of(real.url(), real.authority(), certificate(real));
    }

    public static Credentials certificate(ClusterAccess real) {
        return new Credentials.ClientCertificate(
                real.admin().certificate(), real.admin().key());
    }
}
