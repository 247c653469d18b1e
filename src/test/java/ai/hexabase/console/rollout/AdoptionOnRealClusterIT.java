package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.rollout.Adoption.Answer;
import ai.hexabase.console.rollout.CurrentOwner.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects made with kubectl and with Helm's marks stand where the platform wants its own, on a real API server. */
@RealClusters(databaseOperator = true)
class AdoptionOnRealClusterIT extends RolloutsOnRealCluster {
    private InstallationId installation;

    @BeforeEach
    void install() {
        installation = install(clusterId, small());
        cluster.kubectl("create", "namespace", Names.NAMESPACE);
    }

    @Test
    void whatKubectlAndHelmMadeIsTakenOverOnlyOnceSomebodyDecidedThatOfEach() {
        cluster.kubectl("create", "configmap", Names.APPLY_SET, "-n", Names.NAMESPACE, "--from-literal=installation=x");
        cluster.kubectl("create", "serviceaccount", Names.CONTROL_PLANE, "-n", Names.NAMESPACE);
        cluster.kubectl(
                "label",
                "serviceaccount",
                Names.CONTROL_PLANE,
                "-n",
                Names.NAMESPACE,
                "app.kubernetes.io/managed-by=Helm");
        cluster.kubectl(
                "annotate",
                "serviceaccount",
                Names.CONTROL_PLANE,
                "-n",
                Names.NAMESPACE,
                "meta.helm.sh/release-name=shop",
                "meta.helm.sh/release-namespace=web");
        var plan = plans.make(installation);
        assertThat(plan.adoptions())
                .extracting(
                        adoption -> adoption.object().name(),
                        adoption -> adoption.owner().kind())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Names.APPLY_SET, Kind.HAND),
                        org.assertj.core.groups.Tuple.tuple(Names.CONTROL_PLANE, Kind.HELM));
        assertThat(plan.undecided())
                .as("its fields are no questions of their own")
                .isEmpty();
        plans.adopt(plan.id(), ResourceKind.CONFIG_MAP.named(Names.NAMESPACE, Names.APPLY_SET), Answer.ADOPT);
        var half = plans.get(plan.id());
        assertThat(half.blockers()).as("one is still open").hasSize(1);
        var account = ResourceKind.SERVICE_ACCOUNT.named(Names.NAMESPACE, Names.CONTROL_PLANE);
        assertThat(plans.adopt(plan.id(), account, Answer.ADOPT).blockers()).isEmpty();
        var id = rollouts.start(plan.id());
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        awaitState(id, RolloutState.DONE);
        assertThat(cluster.kubectl(
                        "get",
                        "configmap,serviceaccount",
                        "-n",
                        Names.NAMESPACE,
                        "-l",
                        Names.INSTALLATION_LABEL + "=" + installation,
                        "-o",
                        "name"))
                .contains(Names.APPLY_SET, Names.CONTROL_PLANE);
        var again = plans.make(installation);
        assertThat(again.adoptions()).isEmpty();
        assertThat(again.entries()).allMatch(entry -> entry.action() == Action.UNCHANGED);
    }
}
