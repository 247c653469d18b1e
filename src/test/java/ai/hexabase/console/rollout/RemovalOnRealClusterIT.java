package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.manifest.Phase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Removals on a real API server with its garbage collector, its volume protection and the real database operator. */
@RealClusters(databaseOperator = true)
class RemovalOnRealClusterIT extends RolloutsOnRealCluster {
    private static final String CLAIMS = "persistentvolumeclaims";

    @Autowired
    Removals removals;

    private InstallationId installation;

    @BeforeEach
    void install() {
        installation = install(clusterId, small());
        rollOut();
    }

    private void rollOut() {
        var id = rollouts.start(plans.make(installation).id());
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        awaitState(id, RolloutState.DONE);
    }

    private RolloutId startRemoval(boolean volumes) {
        var plan = removals.make(installation, clusterId, volumes);
        assertThat(plan.blockers()).as("%s", plan.report()).isEmpty();
        return rollouts.start(plan.id());
    }

    private List<String> names(String kinds, String path) {
        return cluster.kubectl(
                        "get",
                        kinds,
                        "-n",
                        Names.NAMESPACE,
                        "-o",
                        "jsonpath={range .items[*]}{" + path + "}{\"\\n\"}{end}")
                .lines()
                .filter(line -> !line.isBlank())
                .sorted()
                .toList();
    }

    @Test
    void theVolumesOutliveTheDatabaseAndTheRealOperatorTakesThemBack() {
        var before = names(CLAIMS, ".metadata.uid");
        assertThat(before).isNotEmpty();
        awaitState(startRemoval(false), RolloutState.DONE);
        assertThat(names(CLAIMS, ".metadata.uid")).isEqualTo(before);
        assertThat(names(CLAIMS, ".metadata.ownerReferences")).as("owners").isEmpty();
        assertThat(names("pods,services,deployments,jobs,roles,rolebindings,poddisruptionbudgets", ".metadata.name"))
                .isEmpty();
        assertThat(names("secrets", ".metadata.name")).contains(Names.DATABASE_APP_SECRET, Names.DATABASE + "-ca");
        assertThat(cluster.kubectl("get", "clusterroles", "-l", Names.INSTALLATION_LABEL, "-o", "name"))
                .isBlank();
        rollOut();
        assertThat(names(CLAIMS, ".metadata.uid")).containsAll(before);
        var database = cluster.kubectl(
                "get",
                "clusters.postgresql.cnpg.io",
                Names.DATABASE,
                "-n",
                Names.NAMESPACE,
                "-o",
                "jsonpath={.metadata.uid}");
        assertThat(cluster.kubectl("get", CLAIMS, "-n", Names.NAMESPACE, "-o", "json"))
                .as("owned by the new database")
                .contains(database);
        assertThat(names("jobs", ".metadata.name"))
                .as("no volume is initialised again")
                .noneMatch(name -> name.contains("initdb"));
    }

    private void finalizers(String json) {
        cluster.kubectl(
                "patch",
                "service",
                Names.UI_SERVICE,
                "-n",
                Names.NAMESPACE,
                "--type=merge",
                "-p",
                "{\"metadata\":{\"finalizers\":" + json + "}}");
    }

    @Test
    void aFinalizerIsNamedWhileItHangsAndEverythingIsGoneInTheEnd() {
        finalizers("[\"shield.example.com/guard\"]");
        var id = startRemoval(true);
        eventually()
                .untilAsserted(() -> assertThat(rollouts.get(id).current().orElseThrow())
                        .satisfies(step -> {
                            assertThat(step.phase()).isEqualTo(Phase.NETWORKING);
                            assertThat(step.words()).isNotNull();
                            assertThat(step.words().key()).isEqualTo("problem.removal-finalizer.what");
                            assertThat(step.words().args()).contains("shield.example.com");
                        }));
        finalizers("null");
        awaitState(id, RolloutState.DONE);
        assertThat(cluster.tryKubectl("get", "namespace", Names.NAMESPACE).ok()).isFalse();
        assertThat(clusters.usesOf(clusterId)).isEmpty();
    }
}
