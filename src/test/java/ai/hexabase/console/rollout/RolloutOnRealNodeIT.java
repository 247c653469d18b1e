package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.fleet.OnRealNode;
import ai.hexabase.console.fleet.RealNode;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One installation's life on a node where containers really run: images are pulled, PostgreSQL replicates, a client asks
 * all the time. The tests follow each other. What stands in for Hexabase is a small program that reaches the database.
 */
@OnRealNode(databaseOperator = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolloutOnRealNodeIT extends ConsoleRollouts {
    @Autowired
    Kubeconfigs kubeconfigs;

    @Autowired
    Removals removals;

    private final RealNode node;
    private ClusterId cluster;
    private InstallationId installation;
    private int api;

    RolloutOnRealNodeIT(RealNode node) {
        this.node = node;
    }

    /** The small profile with what one node has: all its replicas, each asking for less. */
    private static Settings small(String version) {
        return small().with(Setting.CPU_REQUEST, "100m")
                .with(Setting.CPU_LIMIT, "500m")
                .with(Setting.MEMORY_REQUEST, "64Mi")
                .with(Setting.MEMORY_LIMIT, "128Mi")
                .with(Setting.DATABASE_CPU, "250m")
                .with(Setting.DATABASE_MEMORY, "512Mi")
                .with(Setting.DATABASE_STORAGE_SIZE, "10Gi")
                .with(Setting.SERVICE_TYPE, "NodePort")
                .with(Setting.CONTROL_PLANE_IMAGE, "hexabase/control-plane:" + version);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(5));
    }

    @BeforeAll
    void register() {
        var access = kubeconfigs.read(node.kubeconfig()).access(node.name());
        cluster = clusters.register(unique("real"), Site.UNKNOWN, access).id();
    }

    @AfterAll
    void leave() {
        rollouts.unfinished().forEach(rollout -> rollouts.cancel(rollout.id()));
    }

    @Test
    @Order(1)
    void theSmallProfileIsRolledOutAndItsPodsReachAHealthyDatabase() throws IOException {
        installation = install(cluster, small("1.5.0"));
        rollOut();
        assertThat(node.kubectl(
                        "get",
                        "clusters.postgresql.cnpg.io",
                        Names.DATABASE,
                        "-n",
                        Names.NAMESPACE,
                        "-o",
                        "jsonpath={.status.phase} {.status.readyInstances}"))
                .isEqualTo("Cluster in healthy state 2");
        assertThat(node.kubectl(
                        "get",
                        "deployment",
                        Names.CONTROL_PLANE,
                        "-n",
                        Names.NAMESPACE,
                        "-o",
                        "jsonpath={.status.readyReplicas}"))
                .isEqualTo("3");
        connect();
        assertThat(Visitor.get(api, "/version")).isEqualTo("1.5.0");
        assertThat(initialised()).isEqualTo("{\"times\":1,\"byVersion\":\"1.5.0\"}");
    }

    @Test
    @Order(2)
    void initialisingASecondTimeIsHarmless() throws IOException {
        revise(small("1.5.0").with(Setting.MAX_VCLUSTERS, "25"));
        rollOut();
        assertThat(node.kubectl(
                        "logs", "-n", Names.NAMESPACE, "-l", "app.kubernetes.io/component=initialisation", "--prefix"))
                .contains("the platform was initialised already: nothing to do");
        assertThat(initialised()).isEqualTo("{\"times\":1,\"byVersion\":\"1.5.0\"}");
    }

    @Test
    @Order(3)
    void anUpgradeAndTheWayBackLoseNoRequest() throws Exception {
        try (var visitor = Visitor.of(api)) {
            patiently().until(() -> visitor.answered() > 20);
            revise(small("1.6.0").with(Setting.MAX_VCLUSTERS, "25"));
            rollOut();
            patiently().until(() -> visitor.versions().contains("1.6.0"));
            assertThat(visitor.failures())
                    .as("failed of %d", visitor.answered())
                    .isEmpty();
            var latest = installations.get(installation).latestRevision();
            installations.restore(installation, latest, latest - 1, "back");
            rollOut();
            assertThat(Visitor.get(api, "/version")).isEqualTo("1.5.0");
            assertThat(visitor.failures())
                    .as("failed of %d", visitor.answered())
                    .isEmpty();
        }
        assertThat(initialised()).contains("\"times\":1");
    }

    @Test
    @Order(4)
    void aVersionThatCrashesIsToldInPlainWordsWhileTheOldOneServes() throws Exception {
        try (var visitor = Visitor.of(api)) {
            revise(small("1.6.1-crashes").with(Setting.MAX_VCLUSTERS, "25"));
            var id = rollouts.start(plans.make(installation).id());
            patiently()
                    .untilAsserted(
                            () -> assertThat(step(id, Phase.WAIT_AVAILABLE).theirWords())
                                    .contains("CrashLoopBackOff"));
            rollouts.cancel(id);
            awaitState(id, RolloutState.CANCELLED);
            var latest = installations.get(installation).latestRevision();
            installations.restore(installation, latest, latest - 1, "back");
            rollOut();
            assertThat(visitor.versions()).containsExactly("1.5.0");
            assertThat(visitor.failures())
                    .as("failed of %d", visitor.answered())
                    .isEmpty();
        }
    }

    @Test
    @Order(5)
    void afterAPowerCutInTheMiddleTheRolloutGoesOnAndNothingIsLost() {
        revise(small("1.6.0").with(Setting.MAX_VCLUSTERS, "30"));
        var id = rollouts.start(plans.make(installation).id());
        patiently().until(() -> step(id, Phase.WAIT_AVAILABLE).state() == StepState.RUNNING);
        node.cutPower();
        patiently().until(() -> step(id, Phase.WAIT_AVAILABLE).unreachableSince() != null);
        patiently().until(() -> !(clusters.reachability(cluster) instanceof Reachability.Live));
        node.powerOn();
        awaitEnd(id);
        assertThat(rollouts.events(id, 0, 1000)).extracting(RolloutEvent::kind).contains("lost", "back");
        connect();
        patiently().ignoreException(IOException.class).untilAsserted(() -> {
            assertThat(Visitor.get(api, "/version")).isEqualTo("1.6.0");
            assertThat(initialised()).isEqualTo("{\"times\":1,\"byVersion\":\"1.5.0\"}");
        });
    }

    @Test
    @Order(6)
    void whatTheDatabaseHeldIsFoundAgainAfterAnUninstallThatKeepsTheVolumes() throws IOException {
        var volumes = volumes();
        awaitEnd(rollouts.start(removals.make(installation, cluster, false).id()));
        assertThat(node.kubectl("get", "pods", "-n", Names.NAMESPACE, "-o", "name"))
                .isBlank();
        assertThat(volumes()).as("volumes").isEqualTo(volumes).isNotBlank();
        rollOut();
        connect();
        assertThat(Visitor.get(api, "/version")).isEqualTo("1.6.0");
        assertThat(initialised())
                .as("what the first version wrote into the database")
                .isEqualTo("{\"times\":1,\"byVersion\":\"1.5.0\"}");
    }

    private String volumes() {
        return node.kubectl(
                "get",
                "persistentvolumeclaims",
                "-n",
                Names.NAMESPACE,
                "-o",
                "jsonpath={range .items[*]}{.metadata.uid} {.spec.volumeName} {end}");
    }

    private void revise(Settings settings) {
        installations.revise(installation, installations.get(installation).latestRevision(), cluster, settings, "");
    }

    private void rollOut() {
        awaitEnd(rollouts.start(plans.make(installation).id()));
    }

    private void awaitEnd(RolloutId id) {
        patiently()
                .until(() ->
                        rollouts.get(id).state().isOver() || rollouts.get(id).state() == RolloutState.FAILED);
        assertThat(rollouts.get(id))
                .satisfies(rollout ->
                        assertThat(rollout.state()).as("%s", rollout.current()).isEqualTo(RolloutState.DONE));
    }

    private void connect() {
        var port = node.kubectl(
                "get",
                "service",
                Names.CONTROL_PLANE_SERVICE,
                "-n",
                Names.NAMESPACE,
                "-o",
                "jsonpath={.spec.ports[?(@.name==\"api\")].nodePort}");
        api = node.relayed(Integer.parseInt(port));
    }

    private String initialised() throws IOException {
        return Visitor.get(api, "/api/initialised");
    }
}
