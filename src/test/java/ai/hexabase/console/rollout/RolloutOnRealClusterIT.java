package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.fleet.PodBehaviour;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.Exports;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.preflight.Result;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans and rollouts against a real API server, its controllers and the real database operator. */
@RealClusters(databaseOperator = true)
class RolloutOnRealClusterIT extends RolloutsOnRealCluster {
    @Autowired
    Exports exports;

    private InstallationId install(Settings settings) {
        return install(clusterId, settings);
    }

    @Test
    void theFirstPlanCreatesEverythingAndSaysThatItWasJudgedElsewhere() {
        var plan = plans.make(install(small()));
        assertThat(plan.count(Action.CREATE)).isEqualTo(plan.entries().size()).isGreaterThan(15);
        assertThat(plan.entries())
                .allSatisfy(entry -> assertThat(entry.problem()).isNull());
        assertThat(plan.entries().stream()
                        .filter(entry -> Names.NAMESPACE.equals(entry.ref().namespace())))
                .allMatch(PlanEntry::standIn);
        assertThat(plan.report().checks()).as("%s", plan.report()).noneMatch(check -> check.result() == Result.BLOCKED);
        assertThat(plan.blockers()).isEmpty();
        assertThat(cluster.tryKubectl("get", "namespace", Names.NAMESPACE).ok()).isFalse();
    }

    @Test
    void aRolloutOfTheSmallProfileGoesThroughAllStepsAndKubectlFindsNothingLeftToChange() {
        var installation = install(small());
        var id = rollouts.start(plans.make(installation).id());
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        var done = awaitState(id, RolloutState.DONE);
        assertThat(done.steps()).hasSize(11).allMatch(step -> step.state() == StepState.DONE && step.words() != null);
        var again = plans.make(installation);
        assertThat(again.entries().stream().filter(entry -> entry.action() != Action.UNCHANGED))
                .as("changes right after the rollout")
                .isEmpty();
        assertThat(again.report().checks()).as("%s", again.report()).allMatch(check -> check.result() == Result.PASS);
        assertThat(kubectlDiff(exports.objects(installation, 1).yaml())).isEmpty();
        var other = small().with(Setting.MAX_VCLUSTERS, "25");
        installations.revise(installation, 1, clusterId, other, "");
        assertThat(kubectlDiff(exports.objects(installation, 2).yaml())).contains("max_vclusters");
    }

    /** What kubectl finds to differ between these objects and the cluster. */
    private String kubectlDiff(String yaml) {
        try {
            var file = Files.createTempFile("export", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, yaml);
            var diff = cluster.tryKubectl(
                    "diff", "--server-side", "--field-manager=hexabase-console", "-f", file.toString());
            assertThat(diff.errors()).doesNotContain("rror:");
            return diff.output();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSecondRevisionShowsWhatChangesAndTheWayBackGivesExactlyWhatWasThere() {
        var installation = install(small());
        var first = rollouts.start(plans.make(installation).id());
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        awaitState(first, RolloutState.DONE);
        installations.revise(installation, 1, clusterId, small().with(Setting.MAX_VCLUSTERS, "25"), "more");
        var plan = plans.make(installation);
        assertThat(plan.entries().getFirst().action()).isEqualTo(Action.DELETE);
        var deployment = plan.entries().stream()
                .filter(entry -> entry.ref().name().equals(Names.CONTROL_PLANE)
                        && entry.ref().kind().kind().equals("Deployment"))
                .findFirst()
                .orElseThrow();
        assertThat(deployment.action()).isEqualTo(Action.CHANGE);
        assertThat(ways.check(plan.id()).orElseThrow().differences()).isEmpty();
        var second = rollouts.start(plan.id());
        var done = awaitState(second, RolloutState.DONE);
        assertThat(done.revision()).isEqualTo(2);
        assertThat(plans.make(installation).entries()).allMatch(entry -> entry.action() == Action.UNCHANGED);
        rollBack(installation, plan);
    }

    private void rollBack(InstallationId installation, Plan second) {
        var way = ways.check(second.id()).orElseThrow();
        assertThat(way.differences()).isEmpty();
        assertThat(way.lasting())
                .extracting(WayBack.Lasting::kind)
                .containsExactlyInAnyOrder(WayBack.Kind.JOB_DONE, WayBack.Kind.JOB_AGAIN);
        installations.restore(installation, 2, 1, "back");
        awaitState(rollouts.start(plans.make(installation).id()), RolloutState.DONE);
        assertThat(kubectlDiff(exports.objects(installation, 1).yaml()).lines())
                .as("only the record of the revision's number differs")
                .filteredOn(line -> line.matches("[+-]  .*") && !line.contains("generation:"))
                .containsExactly("-  revision: \"3\"", "+  revision: \"1\"");
        cluster.kubectl("scale", "deployment", Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "--replicas=4");
        assertThat(ways.check(second.id()).orElseThrow().differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.contested()).isTrue());
    }

    @Test
    void aPlanIsStaleOnceSomebodyChangesTheCluster() {
        var installation = install(small());
        var first = rollouts.start(plans.make(installation).id());
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        awaitState(first, RolloutState.DONE);
        var plan = plans.make(installation);
        assertThat(plans.staleBecause(plan.id())).isEmpty();
        cluster.kubectl("scale", "deployment", Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "--replicas=4");
        assertThat(plans.staleBecause(plan.id()))
                .anySatisfy(reason -> assertThat(reason.args().toString()).contains(Names.CONTROL_PLANE));
        assertThatThrownBy(() -> rollouts.start(plan.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        stale -> assertThat(stale.problem().code()).isEqualTo("plan-stale"));
        var conflicted = plans.make(installation);
        assertThat(conflicted.undecided())
                .singleElement()
                .satisfies(claim -> assertThat(claim.field()).isEqualTo(".spec.replicas"));
        var claim = conflicted.undecided().getFirst();
        assertThat(plans.decide(conflicted.id(), claim, Decision.LEAVE).blockers())
                .isEmpty();
        awaitState(rollouts.start(conflicted.id()), RolloutState.DONE);
        assertThat(replicas()).isEqualTo("4");
        theDecisionStaysWithTheRevisionUntilItIsChanged(installation, claim);
    }

    private void theDecisionStaysWithTheRevisionUntilItIsChanged(InstallationId installation, FieldClaim claim) {
        var again = plans.make(installation);
        assertThat(again.blockers()).as("nobody is asked twice").isEmpty();
        assertThat(again.claims()).containsExactly(claim);
        assertThat(again.entries()).allMatch(entry -> entry.action() == Action.UNCHANGED);
        cluster.kubectl("scale", "deployment", Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "--replicas=3");
        assertThat(plans.make(installation).claims())
                .as("also while both agree it is not set")
                .containsExactly(claim);
        cluster.kubectl("scale", "deployment", Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "--replicas=4");
        var third = plans.make(installation);
        plans.decide(third.id(), claim, Decision.TAKE_OVER);
        assertThat(plans.staleBecause(again.id()))
                .extracting(reason -> reason.key())
                .contains("rollout.stale.decisions");
        awaitState(rollouts.start(third.id()), RolloutState.DONE);
        assertThat(replicas()).isEqualTo("3");
        assertThat(installations.revision(installation, 1).decisions())
                .singleElement()
                .satisfies(taken -> assertThat(taken.decision()).isEqualTo(Decision.TAKE_OVER));
    }

    private String replicas() {
        return cluster.kubectl(
                "get", "deployment", Names.CONTROL_PLANE, "-n", Names.NAMESPACE, "-o", "jsonpath={.spec.replicas}");
    }

    @Test
    void podsThatAQuotaKeepsOutAreAFailureInTheQuotasOwnWordsAndARetryGoesOn() {
        cluster.kubectl("create", "namespace", Names.NAMESPACE);
        var id = rollouts.start(plans.make(install(small())).id());
        eventually().until(() -> step(id, Phase.CONFIGMAPS).state() == StepState.DONE);
        cluster.kubectl("create", "quota", "tight", "-n", Names.NAMESPACE, "--hard=count/replicasets.apps=100,pods=2");
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        var failed = awaitState(id, RolloutState.FAILED);
        var problem = Objects.requireNonNull(failed.current().orElseThrow().problem());
        assertThat(failed.current().orElseThrow().phase()).isEqualTo(Phase.WAIT_AVAILABLE);
        assertThat(problem.code()).isEqualTo("rollout-kept-out");
        assertThat(problem.words()).contains("exceeded quota: tight");
        cluster.kubectl("delete", "quota", "tight", "-n", Names.NAMESPACE);
        // By now the controller has doubled its pauses to 41 s, more than the patience with pods that are kept out.
        eventually().pollDelay(Duration.ofSeconds(30)).until(() -> true);
        rollouts.retry(id);
        awaitState(id, RolloutState.DONE);
    }

    @Test
    void anImageThatCannotBePulledIsToldWhileTheStepWaits() {
        var id = rollouts.start(plans.make(install(small())).id());
        eventually().until(() -> step(id, Phase.NAMESPACE).state() == StepState.DONE);
        cluster.behave(Names.NAMESPACE, PodBehaviour.IMAGE_PULL_ERROR);
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        eventually()
                .untilAsserted(() -> assertThat(step(id, Phase.WAIT_AVAILABLE))
                        .satisfies(step -> assertThat(step.theirWords()).contains("ImagePull")));
        rollouts.cancel(id);
        var cancelled = awaitState(id, RolloutState.CANCELLED);
        assertThat(cancelled.current().orElseThrow().state()).isEqualTo(StepState.STOPPED);
        assertThat(cancelled.cancelledBy()).isEqualTo("misaki");
    }

    @Test
    void anApiServerThatRestartsInTheMiddleIsWaitedFor() {
        var id = rollouts.start(plans.make(install(small())).id());
        eventually().until(() -> step(id, Phase.DATABASE).applied() > 0);
        cluster.crash();
        eventually().until(() -> step(id, Phase.DATABASE).unreachableSince() != null);
        cluster.restart();
        new DatabaseOperatorStandIn(cluster).reportHealthyOnceMade(2);
        awaitState(id, RolloutState.DONE);
        assertThat(rollouts.events(id, 0, 1000)).extracting(RolloutEvent::kind).contains("lost", "back");
    }
}
