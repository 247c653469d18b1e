package ai.hexabase.console.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.test.ConsoleTest;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@ConsoleTest
class ClustersTest {
    private static final Site TOKYO = new Site(Site.Provider.AWS, "ap-northeast-1", "ap-northeast-1a", "JP");

    @Autowired
    Clusters clusters;

    @Autowired
    ClusterStore store;

    @AfterEach
    void forget() {
        store.list().stream()
                .filter(cluster -> cluster.name().startsWith("ct-"))
                .forEach(cluster -> store.delete(cluster.id()));
    }

    private RegisteredCluster practice(String name) {
        return clusters.registerPractice(name, TOKYO, clusters.practiceShapes().getFirst());
    }

    @Test
    void aPracticeClusterIsRegisteredAndBecomesLive() {
        var made = practice("ct-one");
        assertThat(made.isPractice()).isTrue();
        assertThat(clusters.get(made.id()))
                .extracting(RegisteredCluster::name, RegisteredCluster::site, RegisteredCluster::registeredBy)
                .containsExactly("ct-one", TOKYO, "misaki");
        Awaitility.await().until(() -> clusters.reachability(made.id()).isLive());
        assertThat(clusters.capacity(made.id()).nodes()).isNotEmpty();
        assertThat(clusters.capacity(made.id())).isSameAs(clusters.capacity(made.id()));
        assertThat(clusters.connection(made.id())).isSameAs(clusters.connection(made.id()));
    }

    @Test
    void listenersHearOfEachProbeUntilTheyLeave() {
        var heard = new CopyOnWriteArrayList<ClusterId>();
        var subscription = clusters.subscribe(heard::add);
        var made = practice("ct-heard");
        Awaitility.await().until(() -> heard.contains(made.id()));
        subscription.close();
        heard.clear();
        clusters.rename(made.id(), "ct-renamed", TOKYO);
        assertThat(heard).isEmpty();
        assertThat(clusters.get(made.id()).name()).isEqualTo("ct-renamed");
    }

    @Test
    void twoClustersCannotHaveOneName() {
        practice("ct-same");
        assertThatThrownBy(() -> practice("ct-same")).hasMessageContaining("cluster-name-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tokyo", "-a", "a-", "a b", "東京", "a.b", "../x"})
    void aNameThatKubernetesWouldNotTakeIsRefused(String name) {
        assertThatThrownBy(() -> practice(name)).hasMessageContaining("cluster-name-malformed");
    }

    @Test
    void aRemovedClusterIsUnknown() {
        var made = practice("ct-gone");
        clusters.remove(made.id());
        assertThat(clusters.find(made.id())).isEmpty();
        assertThatThrownBy(() -> clusters.connection(made.id())).hasMessageContaining("cluster-unknown");
        assertThatThrownBy(() -> clusters.get(made.id())).isInstanceOf(ProblemException.class);
    }

    @Test
    @WithMockUser(username = "ann", roles = "OPERATOR")
    void onlyAdministratorsChangeTheRegistry() {
        var nobody = ClusterId.random();
        assertThatThrownBy(() -> practice("ct-no")).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> clusters.remove(nobody)).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> clusters.rename(nobody, "ct-x", TOKYO)).hasMessageContaining("role-missing");
        var access = SampleKubeconfig.read(SampleKubeconfig.of(SampleKubeconfig.CLUSTER, "token: abc"))
                .access("prod");
        assertThatThrownBy(() -> clusters.tryOut(access, stage -> {})).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> clusters.register("ct-x", TOKYO, access)).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> clusters.replaceCredentials(nobody, access)).hasMessageContaining("role-missing");
    }

    @Test
    void sealedAccessComesBackAsItWas() {
        var access = SampleKubeconfig.read(SampleKubeconfig.of(
                        SampleKubeconfig.CLUSTER + ", tls-server-name: api.example, proxy-url: 'http://p:3128'",
                        SampleKubeconfig.CERTIFICATE))
                .access("prod");
        assertThat(AccessCodec.read(AccessCodec.write(access))).isEqualTo(access);
    }
}
