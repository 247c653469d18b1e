package ai.hexabase.console.kube;

import ai.hexabase.console.fleet.Fleet;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.fleet.TcpProxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a real API server. */
@RealClusters(count = 2)
class RealClusterContractIT extends ClusterConnectionContract {
    private static RealCluster cluster;

    @BeforeAll
    static void connect(Fleet fleet) {
        cluster = new RealCluster(fleet.cluster(1), fleet.cluster(2));
    }

    @AfterAll
    static void disconnect() {
        cluster.close();
    }

    @Override
    public ClusterUnderTest cluster() {
        return cluster;
    }

    /** A cluster of the fleet, with a proxy where the network would be. */
    private static final class RealCluster implements ClusterUnderTest, AutoCloseable {
        private static final Timeouts QUICK =
                new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(100));

        private final FleetCluster cluster;
        private final TcpProxy network;
        private final Doors doors;

        private RealCluster(FleetCluster cluster, FleetCluster other) {
            this.cluster = cluster;
            this.network = cluster.proxy();
            this.doors = new Doors(
                    open(network.url(), cluster, RealAccess.certificate(cluster)),
                    open(network.url(), cluster, readersToken(cluster)),
                    open(other.url(), other, RealAccess.certificate(other)));
        }

        private static Credentials readersToken(FleetCluster cluster) {
            var kubeconfig = cluster.serviceAccountKubeconfigWithRules(
                    "default", "reader", "- {apiGroups: [''], resources: [configmaps], verbs: [get, list, watch]}");
            return new Credentials.BearerToken(Yaml.read(kubeconfig, Yaml.Limits.OWN)
                    .at("/users/0/user/token")
                    .asString());
        }

        private static ClusterConnection open(URI server, FleetCluster cluster, Credentials credentials) {
            return new Connections(Clock.systemUTC())
                    .open(KubeAccess.of(server, cluster.authority(), credentials), QUICK);
        }

        @Override
        public Doors doors() {
            return doors;
        }

        @Override
        public void applyAs(String manager, KubeObject object) {
            var result = cluster.tryApply(object.yaml(), manager);
            if (!result.ok()) {
                throw new AssertionError(result.errors());
            }
        }

        @Override
        public void forgetHistory() {
            cluster.compactHistory();
            cluster.restart();
        }

        @Override
        public void restartServer() {
            cluster.restart();
        }

        @Override
        public void cutOff() {
            network.cut();
        }

        @Override
        public void hang() {
            network.goSilent();
        }

        @Override
        public void restore() {
            network.restore();
        }

        @Override
        public void close() {
            doors.close();
            network.close();
        }
    }
}
