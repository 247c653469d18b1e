package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.installation.Closings;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.preflight.Result;
import ai.hexabase.console.rollout.Removal.Why;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Installed, taken away with the volumes kept, found again, taken away for good: all by the running console itself. */
class RemovalOnPracticeClusterTest extends ConsoleRollouts {
    @Autowired
    Removals removals;

    @Autowired
    Closings closings;

    private RegisteredCluster cluster;
    private InstallationId installation;

    @BeforeEach
    void installed() {
        cluster = clusters.registerPractice(
                unique("practice"), Site.UNKNOWN, clusters.practiceShapes().getFirst());
        installation = install(cluster.id(), small());
        rollOut();
    }

    private void rollOut() {
        awaitState(rollouts.start(plans.make(installation).id()), RolloutState.DONE);
    }

    private Plan remove(boolean volumes) {
        var plan = removals.make(installation, cluster.id(), volumes);
        assertThat(plan.blockers()).as("%s", plan.report()).isEmpty();
        awaitState(rollouts.start(plan.id()), RolloutState.DONE);
        return plan;
    }

    private List<KubeObject> all(ResourceKind kind) {
        return connection().listAll(ListQuery.of(kind).in(Names.NAMESPACE));
    }

    private ClusterConnection connection() {
        return clusters.connection(cluster.id());
    }

    private List<String> uids() {
        return all(ResourceKind.PERSISTENT_VOLUME_CLAIM).stream()
                .map(KubeObject::uid)
                .sorted()
                .toList();
    }

    @Test
    void thePlanListsWhatGoesBackwardsAndWhatStaysWithTheVolumes() {
        var plan = removals.make(installation, cluster.id(), false);
        var removal = java.util.Objects.requireNonNull(plan.removal());
        assertThat(plan.entries()).allMatch(entry -> entry.action() == Action.DELETE);
        assertThat(plan.entries().stream()
                        .map(PlanEntry::phase)
                        .map(RemovalOrder.STEPS::indexOf)
                        .toList())
                .isSorted();
        assertThat(plan.entries()).extracting(entry -> entry.ref().kind()).doesNotContain(ResourceKind.NAMESPACE);
        assertThat(removal.volumes())
                .hasSize(2)
                .allSatisfy(volume -> assertThat(volume.size()).isNotEqualTo("?"));
        assertThat(removal.stays())
                .extracting(Removal.Stays::why, stays -> stays.ref().name())
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Why.WITH_VOLUMES, Names.DATABASE_APP_SECRET),
                        org.assertj.core.groups.Tuple.tuple(Why.WITH_VOLUMES, Names.NAMESPACE));
        assertThat(plans.latest(installation).orElseThrow().removal())
                .as("the review of the installation never shows a removal")
                .isNull();
    }

    @Test
    void keptVolumesOutliveTheRemovalAndTheNextRolloutStartsFromThem() {
        var before = uids();
        remove(false);
        assertThat(uids()).isEqualTo(before).hasSize(2);
        assertThat(all(ResourceKind.PERSISTENT_VOLUME_CLAIM))
                .allSatisfy(claim -> assertThat(
                                claim.at("/metadata/ownerReferences").isEmpty())
                        .isTrue());
        assertThat(all(ResourceKind.SECRET)).extracting(KubeObject::name).contains(Names.DATABASE_APP_SECRET);
        for (var kind : List.of(ResourceKind.POD, ResourceKind.DEPLOYMENT, ResourceKind.SERVICE)) {
            assertThat(all(kind)).as("%s", kind.kind()).isEmpty();
        }
        assertThat(closings.traces(installation)).singleElement().satisfies(trace -> {
            assertThat(trace.removed()).isTrue();
            assertThat(trace.volumes()).hasSize(2);
        });
        assertThat(plans.make(installation).report().with(Result.WARNING))
                .extracting(check -> check.code())
                .contains("kept-volumes");
        rollOut();
        assertThat(uids()).isEqualTo(before);
        assertThat(plans.make(installation).entries()).allMatch(entry -> entry.action() == Action.UNCHANGED);
    }

    @Test
    void nothingIsLeftWhenTheVolumesGoTooAndTheClusterAndTheRecordCanGo() {
        assertThat(clusters.usesOf(cluster.id())).hasSize(1);
        assertThatThrownBy(() -> closings.close(installation))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("installation-still-there"));
        remove(true);
        assertThat(connection().get(ResourceKind.NAMESPACE.named(Names.NAMESPACE)))
                .isEmpty();
        assertThat(clusters.usesOf(cluster.id())).isEmpty();
        var name = installations.get(installation).name();
        closings.close(installation);
        assertThat(installations.list()).extracting(each -> each.id()).doesNotContain(installation);
        assertThat(installations.get(installation).isClosed()).isTrue();
        assertThat(installations.revisions(installation)).hasSize(1);
        assertThat(rollouts.latest(installation)).isPresent();
        assertThat(installations.checkName(name)).as("the name is free again").isEmpty();
        assertThatThrownBy(() -> plans.make(installation))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("installation-closed"));
        clusters.remove(cluster.id());
    }
}
