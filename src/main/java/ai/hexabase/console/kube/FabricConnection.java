package ai.hexabase.console.kube;

import java.time.Clock;

/** A connection over fabric8's HTTP client; being built. */
final class FabricConnection {
    private FabricConnection() {}

    static ClusterConnection open(KubeAccess access, Timeouts timeouts, Clock clock) {
        throw new IllegalStateException("Not built yet: " + access + timeouts + clock);
    }
}
