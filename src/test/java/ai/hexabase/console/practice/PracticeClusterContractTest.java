package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ClusterConnectionContract;
import ai.hexabase.console.kube.ClusterUnderTest;
import ai.hexabase.console.kube.Identity;
import ai.hexabase.console.kube.KubeObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a practice cluster. */
class PracticeClusterContractTest extends ClusterConnectionContract {
    private static final Simulated CLUSTER = new Simulated();
    private static final ScheduledExecutorService TIME = Executors.newSingleThreadScheduledExecutor();

    @BeforeAll
    static void letTimePass() {
        TIME.scheduleWithFixedDelay(CLUSTER.cluster::tick, 0, 50, TimeUnit.MILLISECONDS);
    }

    @AfterAll
    static void stopTime() {
        TIME.shutdownNow();
    }

    @Override
    public ClusterUnderTest cluster() {
        return CLUSTER;
    }

    /** A practice cluster with troubles that are switched on by hand. */
    private static final class Simulated implements ClusterUnderTest {
        private static final Duration PATIENCE = Duration.ofSeconds(1);
        private static final PracticeUser READER = new PracticeUser(
                new Identity("system:serviceaccount:default:reader", List.of("system:authenticated")),
                List.of(new PracticeUser.Rule("", List.of("configmaps"), List.of("get", "list", "watch"))));

        private final PracticeCluster cluster = made("contract");
        private final Doors doors = new Doors(
                cluster.connect(PracticeUser.ADMINISTRATOR, PATIENCE),
                cluster.connect(READER, PATIENCE),
                made("other").connect(PracticeUser.ADMINISTRATOR, PATIENCE));

        private static PracticeCluster made(String name) {
            return new PracticeCluster(
                    name, PracticeSite.READY_MADE.getFirst(), Clock.systemUTC(), 1, PracticeMemory.NONE);
        }

        @Override
        public Doors doors() {
            return doors;
        }

        @Override
        public void applyAs(String manager, KubeObject object) {
            cluster.applyAs(manager, object);
        }

        @Override
        public void forgetHistory() {
            cluster.forgetHistory();
        }

        @Override
        public void restartServer() {
            cluster.restart();
        }

        @Override
        public void cutOff() {
            cluster.switchOn(Trouble.API_SERVER_GONE);
        }

        @Override
        public void hang() {
            cluster.switchOn(Trouble.API_SERVER_HANGS);
        }

        @Override
        public void restore() {
            cluster.switchOff(Trouble.API_SERVER_GONE);
            cluster.switchOff(Trouble.API_SERVER_HANGS);
        }
    }
}
