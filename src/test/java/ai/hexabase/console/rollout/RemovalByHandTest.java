package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.manifest.RenderedObject;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Removals that hang, that are cut off, and the order in which a database ends, with a clock driven by hand. */
@ConsoleTest
class RemovalByHandTest {
    @Autowired
    DataSource console;

    RolloutGround ground;
    KubeObject config;

    @BeforeEach
    void start() {
        ground = new RolloutGround(console);
        config = mine("v1", "ConfigMap", "c");
        ground.rendered.add(new RenderedObject(Phase.CONFIGMAPS, config));
        var id = ground.rollouts.start(ground.plans.make(ground.installation).id());
        ground.pass(Duration.ofMinutes(1));
        assertThat(ground.rollouts.get(id).state()).isEqualTo(RolloutState.DONE);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private KubeObject mine(String apiVersion, String kind, String name) {
        return Samples.yaml("{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: " + name
                + ", namespace: " + Names.NAMESPACE + ", labels: {" + Names.INSTALLATION_LABEL + ": "
                + ground.installation + "}}}");
    }

    private void hold(KubeObject object, String finalizer) {
        var tree = ground.cluster.objects.get(object.ref()).tree();
        tree.withObject("/metadata").putArray("finalizers").add(finalizer);
        ground.cluster.put(KubeObject.of(tree));
    }

    private RolloutId begin() {
        var plan = ground.removals.make(ground.installation, ground.clusterId, false);
        return ground.rollouts.start(plan.id());
    }

    private Step current(RolloutId id) {
        return ground.rollouts.get(id).current().orElseThrow();
    }

    @Test
    void aFinalizerThatNobodyTakesAwayIsNamedWithItsOwnerWhileTheStepWaits() {
        hold(config, "shield.example.com/guard");
        var id = begin();
        ground.pass(Duration.ofMinutes(1));
        assertThat(ground.rollouts.get(id).state()).isEqualTo(RolloutState.RUNNING);
        assertThat(current(id).words().key()).isEqualTo("problem.removal-finalizer.what");
        assertThat(current(id).words().args())
                .containsExactly(
                        "ConfigMap " + Names.NAMESPACE + "/c",
                        "shield.example.com/guard",
                        "shield.example.com",
                        ScriptedCluster.DELETED_AT);
    }

    @Test
    void theStepFailsInTheEndAndGoesOnAfterARetryOnceTheFinalizerIsGone() {
        hold(config, "shield.example.com/guard");
        var id = begin();
        ground.pass(Duration.ofMinutes(6));
        assertThat(ground.rollouts.get(id).state()).isEqualTo(RolloutState.FAILED);
        assertThat(current(id).problem().code()).isEqualTo("removal-finalizer");
        assertThat(ground.cluster.objects)
                .as("the console takes no finalizer away")
                .containsKey(config.ref());
        ground.cluster.objects.remove(config.ref());
        ground.rollouts.retry(id);
        ground.pass(Duration.ofMinutes(1));
        assertThat(ground.rollouts.get(id).state()).isEqualTo(RolloutState.DONE);
    }

    @Test
    void aVolumeInUseIsNamedWithThePodThatUsesIt() {
        var claim = mine("v1", "PersistentVolumeClaim", "data");
        ground.cluster.put(claim);
        ground.cluster.put(Samples.yaml("{apiVersion: v1, kind: Pod, metadata: {name: reader, namespace: "
                + Names.NAMESPACE + "}, spec: {volumes: [{persistentVolumeClaim: {claimName: data}}]}}"));
        hold(claim, "kubernetes.io/pvc-protection");
        var plan = ground.removals.make(ground.installation, ground.clusterId, true);
        var id = ground.rollouts.start(plan.id());
        ground.pass(Duration.ofMinutes(1));
        assertThat(current(id).phase()).isEqualTo(Phase.STORAGE);
        assertThat(current(id).words().key()).isEqualTo("problem.removal-volume-in-use.what");
        assertThat(current(id).words().args()).contains("reader");
    }

    @Test
    void aConsoleThatStartsAgainGoesOnInTheStepItWasIn() {
        hold(config, "shield.example.com/guard");
        var id = begin();
        ground.pass(Duration.ofSeconds(20));
        ground.restarted();
        ground.pass(Duration.ofSeconds(20));
        assertThat(current(id).phase()).isEqualTo(Phase.CONFIGMAPS);
        ground.cluster.objects.remove(config.ref());
        ground.pass(Duration.ofSeconds(20));
        assertThat(ground.rollouts.get(id).state()).isEqualTo(RolloutState.DONE);
    }

    @Test
    void somethingThatCameMeanwhileIsNamedInsteadOfBeingDeletedUnseen() {
        var id = begin();
        ground.cluster.put(mine("v1", "Service", "newcomer"));
        ground.pass(Duration.ofMinutes(1));
        assertThat(ground.rollouts.get(id).state()).isEqualTo(RolloutState.FAILED);
        assertThat(current(id).problem().code()).isEqualTo("removal-left-over");
        assertThat(ground.cluster.objects).containsKey(ResourceKind.SERVICE.named(Names.NAMESPACE, "newcomer"));
    }

    @Test
    void theOperatorIsToldToKeepStillThenThePrimaryEndsThenTheReplicasThenTheDatabaseAlone() {
        var database = mine("postgresql.cnpg.io/v1", "Cluster", Names.DATABASE);
        ground.rendered.add(new RenderedObject(Phase.DATABASE, database));
        ground.cluster.put(database);
        ground.cluster.put(instance("hexabase-db-1", "replica"));
        ground.cluster.put(instance("hexabase-db-2", "primary"));
        var id = begin();
        ground.pass(Duration.ofMinutes(2));
        assertThat(ground.rollouts.get(id).state()).isEqualTo(RolloutState.DONE);
        assertThat(ground.cluster.deletions)
                .startsWith("hexabase-db-2 BACKGROUND", "hexabase-db-1 BACKGROUND", "hexabase-db ORPHAN");
        assertThat(ground.cluster.applied).endsWith("hexabase-db");
    }

    private KubeObject instance(String name, String role) {
        return Samples.yaml("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: " + Names.NAMESPACE
                + ", labels: {cnpg.io/cluster: hexabase-db, cnpg.io/podRole: instance, cnpg.io/instanceRole: " + role
                + "}, ownerReferences: [{kind: Cluster, name: hexabase-db, uid: u}]}}");
    }

    @Test
    void whatDoesNotCarryTheMarkOfTheInstallationStays() {
        var tree = config.tree();
        ((tools.jackson.databind.node.ObjectNode) tree.get("metadata")).remove("labels");
        ground.cluster.put(KubeObject.of(tree));
        var plan = ground.removals.make(ground.installation, ground.clusterId, false);
        assertThat(plan.entries()).isEmpty();
        assertThat(plan.removal().stays())
                .singleElement()
                .satisfies(stays -> assertThat(stays.why()).isEqualTo(Removal.Why.NOT_MARKED));
        assertThat(List.of(config.ref()))
                .contains(plan.removal().stays().getFirst().ref());
    }
}
