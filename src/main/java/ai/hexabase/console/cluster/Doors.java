package ai.hexabase.console.cluster;

import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.Connections;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.Timeouts;
import ai.hexabase.console.sealing.Sealer;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the connection that belongs to a stored cluster: real, in-cluster or practice. */
@Component
class Doors {
    /** Shorter than the pause between probes, so that a hanging server is noticed within one. */
    static final Timeouts PROBE = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(100));

    private final Connections connections;
    private final ObjectProvider<PracticeDoor> practice;
    private final Sealer sealer;

    Doors(Connections connections, ObjectProvider<PracticeDoor> practice, Sealer sealer) {
        this.connections = connections;
        this.practice = practice;
        this.sealer = sealer;
    }

    ClusterConnection open(StoredCluster cluster, Timeouts timeouts) {
        return switch (cluster.kind()) {
            case REAL -> connections.open(access(cluster), timeouts);
            case IN_CLUSTER -> connections.open(KubeAccess.inCluster(), timeouts);
            case PRACTICE ->
                practice.getObject().open(cluster.server().getHost(), Objects.requireNonNull(cluster.practiceShape()));
        };
    }

    private KubeAccess access(StoredCluster cluster) {
        var sealed = Objects.requireNonNull(cluster.sealedAccess());
        return AccessCodec.read(sealer.open(sealed, cluster.id().toString()));
    }
}
