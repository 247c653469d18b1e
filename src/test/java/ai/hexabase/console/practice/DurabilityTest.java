package ai.hexabase.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.HandClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
class DurabilityTest {
    private static final PracticeSite SITE = PracticeSite.READY_MADE.getFirst();

    @Autowired
    PracticeStore store;

    @Autowired
    PracticeClusters clusters;

    private final HandClock clock = new HandClock();

    /** As a console that starts finds it; nothing of an earlier one is in memory. */
    private PracticeCluster started(String name) {
        return new PracticeCluster(name, SITE, clock, 1, store);
    }

    private static ClusterConnection connect(PracticeCluster cluster) {
        return cluster.connect(PracticeUser.ADMINISTRATOR, Duration.ofSeconds(1));
    }

    private void pass(PracticeCluster cluster, int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.pass(Duration.ofSeconds(1));
            cluster.tick();
        }
    }

    private static void applied(PracticeCluster cluster, String text) {
        assertThat(connect(cluster).apply(PracticeGround.yaml(text), ApplyOptions.REAL))
                .isInstanceOf(ApplyResult.Applied.class);
    }

    private static List<KubeObject> everything(PracticeCluster cluster) {
        return ResourceKind.known().stream()
                .flatMap(kind -> connect(cluster).listAll(ListQuery.of(kind)).stream())
                .toList();
    }

    @Test
    void whatWasAppliedIsThereAfterTheConsoleDiedAndGoesOn() {
        var before = started("durable");
        applied(before, "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
        pass(before, 1);
        applied(before, PracticeGround.web(3, "example.invalid/web:1"));
        pass(before, 1);
        before.switchOn(Trouble.NODE_LOST);

        var after = started("durable");
        assertThat(everything(after)).isEqualTo(everything(before));
        assertThat(after.troubles()).containsExactly(Trouble.NODE_LOST);
        after.switchOff(Trouble.NODE_LOST);
        pass(after, 6);
        var web =
                connect(after).get(ResourceKind.DEPLOYMENT.named("shop", "web")).orElseThrow();
        assertThat(web.number("/status/availableReplicas", 0)).isEqualTo(3);
        assertThat(started("durable").read(world -> world.shelf().version()).longValue())
                .isEqualTo(after.read(world -> world.shelf().version()).longValue());
    }

    @Test
    void aRemovedClusterLeavesNothing() {
        var connection = clusters.open("passing", SITE);
        assertThat(store.load("passing")).isPresent();
        clusters.remove("passing");
        assertThat(store.load("passing")).isEmpty();
        assertThat(clusters.find("passing")).isEmpty();
        assertThat(connection).isNotNull();
    }
}
