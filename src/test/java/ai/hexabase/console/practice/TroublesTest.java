package ai.hexabase.console.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final PracticeGround ground = PracticeGround.threeNodes();

    private static String waiting(KubeObject pod) {
        return pod.text("/status/containerStatuses/0/state/waiting/reason", "");
    }

    @Test
    void anImageThatCannotBePulledKeepsNewPodsWaitingUntilItCan() {
        ground.cluster.switchOn(Trouble.IMAGE_CANNOT_BE_PULLED);
        ground.applied(PracticeGround.web(1, "example.invalid/web:1"));
        ground.pass(1);
        assertThat(ground.pods())
                .singleElement()
                .extracting(TroublesTest::waiting)
                .isEqualTo("ErrImagePull");
        ground.pass(5);
        assertThat(ground.pods())
                .singleElement()
                .extracting(TroublesTest::waiting)
                .isEqualTo("ImagePullBackOff");
        assertThat(ground.events("BackOff")).containsExactly("Back-off pulling image \"example.invalid/web:1\"");
        ground.cluster.switchOff(Trouble.IMAGE_CANNOT_BE_PULLED);
        ground.pass(3);
        assertThat(ground.deployment("web").number("/status/availableReplicas", 0))
                .isEqualTo(1);
    }

    @Test
    void anExceededQuotaKeepsPodsOut() {
        ground.cluster.switchOn(Trouble.QUOTA_EXCEEDED);
        ground.applied(PracticeGround.web(1, "example.invalid/web:1"));
        ground.pass(2);
        assertThat(Conditions.find(ground.deployment("web").tree(), "ReplicaFailure")
                        .orElseThrow()
                        .toString())
                .contains("exceeded quota: practice-trouble, requested: pods=1, used: pods=0, limited: pods=0");
        ground.cluster.switchOff(Trouble.QUOTA_EXCEEDED);
        ground.pass(10);
        assertThat(ground.pods()).hasSize(1);
    }

    @Test
    void podsOfALostNodeAreReplacedElsewhereAndTheNodeComesBack() {
        ground.applied(PracticeGround.web(3, "example.invalid/web:1"));
        ground.pass(5);
        ground.cluster.switchOn(Trouble.NODE_LOST);
        ground.pass(2);
        assertThat(lost().ready()).isFalse();
        assertThat(lost().schedulable()).isFalse();
        assertThat(ground.deployment("web").number("/status/readyReplicas", 0)).isEqualTo(2);
        ground.pass(30);
        assertThat(ground.deployment("web").number("/status/readyReplicas", 0)).isEqualTo(3);
        assertThat(ground.pods()).noneMatch(pod -> lost().name().equals(pod.text("/spec/nodeName")));
        assertThat(ground.list(ResourceKind.POD)).hasSize(4);
        ground.cluster.switchOff(Trouble.NODE_LOST);
        ground.pass(3);
        assertThat(lost().ready()).isTrue();
        assertThat(ground.list(ResourceKind.POD)).hasSize(3);
    }

    private ClusterCapacity.Node lost() {
        return ground.connection.capacity().nodes().getFirst();
    }

    @Test
    void anApiServerThatIsGoneRefusesAndLosesNothing() {
        ground.applied(PracticeGround.web(1, "example.invalid/web:1"));
        ground.cluster.switchOn(Trouble.API_SERVER_GONE);
        assertThatThrownBy(() -> ground.connection.serverInfo())
                .isInstanceOfSatisfying(
                        ConnectionFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(ConnectionFailed.Kind.REFUSED));
        ground.cluster.switchOff(Trouble.API_SERVER_GONE);
        assertThat(ground.deployment("web").number("/spec/replicas", 0)).isEqualTo(1);
    }

    @Test
    void anApiServerThatHangsIsATimeout() {
        ground.cluster.switchOn(Trouble.API_SERVER_HANGS);
        assertThatThrownBy(() -> ground.connection.serverInfo())
                .isInstanceOfSatisfying(
                        ConnectionFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(ConnectionFailed.Kind.TIMED_OUT));
    }
}
